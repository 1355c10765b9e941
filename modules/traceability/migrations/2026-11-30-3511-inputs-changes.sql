-- The page of a scan shows what a lot was made of and where it grew.
create trigger shown_change after insert or update or delete or truncate on material_entry execute function send_change('traceability');
create trigger shown_change after update of commune_code, growing_area_code or delete or truncate on material_lot execute function send_change('traceability');
create trigger shown_change after update of name or delete or truncate on material execute function send_change('traceability');
