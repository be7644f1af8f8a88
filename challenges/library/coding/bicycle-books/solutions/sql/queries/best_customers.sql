select
  c.id,
  c.name,
  count(o.id) as orders,
  coalesce(sum(o.cents), 0) / 100 as spent,
  max(o.placed_at) as last_order
from customers c
left join paid_orders o on o.customer_id = c.id
group by c.id
order by spent desc, c.id
