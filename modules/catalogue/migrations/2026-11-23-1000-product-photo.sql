alter table product_photo add foreign key (file_hash) references stored_file;

-- A photo as pages show it: drawn once for each longest side when the photo comes in, far lighter than what is kept.
create table photo_size (
  photo_hash text not null references stored_file,
  side smallint not null,
  file_hash text not null references stored_file,
  primary key (photo_hash, side)
);
create index photo_size_file on photo_size (file_hash);
create index product_photo_file on product_photo (file_hash);
