create table customers (
  id bigint primary key,
  email text not null,
  name text not null
);

-- An address is the same however it is typed.
create unique index customers_email on customers (lower(email));

create table products (
  sku text primary key,
  title text not null
);

create table orders (
  id bigint primary key,
  customer_id bigint not null references customers,
  placed_at timestamptz not null,
  status text not null check (status in ('open', 'paid', 'cancelled'))
);

create index orders_customer on orders (customer_id);

create table order_lines (
  order_id bigint not null references orders on delete cascade,
  line integer not null,
  sku text references products,
  quantity integer not null check (quantity >= 1),
  unit_cents integer not null check (unit_cents >= 0),
  primary key (order_id, line)
);
