-- What is for sale and by whom. Stock changes with every order and is not told: pages that show it are kept for less than a second.
create trigger shown_change after insert or update or delete or truncate on listing execute function send_change('shop');
create trigger shown_change after insert or update or delete or truncate on seller execute function send_change('shop');
