select
  count(*) as orders,
  round(avg(cents) / 100, 2) as average
from paid_orders
where placed_at >= :from and placed_at < :to
