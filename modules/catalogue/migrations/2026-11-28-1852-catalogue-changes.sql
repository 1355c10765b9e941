-- What the register, its products and producers show.
create trigger shown_change after insert or update or delete or truncate on producer execute function send_change('catalogue');
create trigger shown_change after insert or update or delete or truncate on product execute function send_change('catalogue');
create trigger shown_change after insert or update or delete or truncate on product_photo execute function send_change('catalogue');
create trigger shown_change after insert or update or delete or truncate on photo_size execute function send_change('catalogue');
