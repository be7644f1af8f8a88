select p.sku, p.title
from products p
where p.sku not in (
  select l.sku from order_lines l
  join orders o on o.id = l.order_id
  where o.status = 'paid'
)
order by p.sku
