-- The tables as the till's manual describes them. They accept anything; the statement says what they should refuse.

create table customers (
  id bigint,
  email text,
  name text
);

create table products (
  sku text,
  title text
);

create table orders (
  id bigint,
  customer_id bigint,
  placed_at timestamptz,
  status text
);

create table order_lines (
  order_id bigint,
  line integer,
  sku text,
  quantity integer,
  unit_cents integer
);
