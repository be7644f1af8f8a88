select
  c.id,
  c.name,
  count(o.id) as orders,
  coalesce(sum(l.quantity::bigint * l.unit_cents), 0) / 100.0 as spent,
  max(o.placed_at) as last_order
from customers c
left join orders o on o.customer_id = c.id and o.status = 'paid'
left join order_lines l on l.order_id = o.id
group by c.id
order by spent desc, c.id
