-- What modules may read of a stored file.
create view stored_file_card as select hash, media_type, size, original_name, width, height from stored_file;
