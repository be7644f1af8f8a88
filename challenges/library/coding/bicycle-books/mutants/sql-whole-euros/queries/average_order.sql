select
  count(distinct o.id) as orders,
  round(coalesce(sum(l.quantity * l.unit_cents), 0) / nullif(count(distinct o.id), 0) / 100, 2) as average
from orders o
left join order_lines l on l.order_id = o.id
where o.status = 'paid' and o.placed_at >= :from and o.placed_at < :to
