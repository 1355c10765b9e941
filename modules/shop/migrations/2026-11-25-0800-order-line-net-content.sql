-- What the buyer was promised of the size of a pack; null on orders before this, and where the product page said nothing.
alter table order_line add column net_content text;
