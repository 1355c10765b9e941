-- The sitemap names these pages: it is made anew when one opens or closes.
create trigger shown_change after insert or update or delete or truncate on route execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on contest execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on fair execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on point_of_sale execute function send_change('promotion');
