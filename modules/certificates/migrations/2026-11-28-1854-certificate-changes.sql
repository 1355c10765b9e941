-- What the public page of a certificate shows.
create trigger shown_change after insert or update or delete or truncate on certificate execute function send_change('certificates');
