-- What every report counts, with the worth of each order; half a million bells must not overflow an integer.
create view paid_orders as
select
  o.id,
  o.customer_id,
  o.placed_at,
  coalesce(sum(l.quantity::bigint * l.unit_cents), 0) as cents
from orders o
left join order_lines l on l.order_id = o.id
where o.status = 'paid'
group by o.id;
