-- The home page tells of the next fairs and of points of sale, and is dropped from memory when they change.
create trigger shown_change after insert or update or delete or truncate on fair execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on point_of_sale execute function send_change('promotion');
