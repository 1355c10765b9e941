-- The sitemap names these pages, fairs and points of sale: it is made anew when one opens or closes.
create trigger shown_change after insert or update or delete or truncate on route execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on contest execute function send_change('promotion');
