select p.sku, p.title
from products p
where not exists (
  select from order_lines l
  join orders o on o.id = l.order_id
  where l.sku = p.sku and o.status = 'paid'
)
order by p.sku
