# frozen_string_literal: true

require 'date'
require 'time'

# How long a parcel is kept, and what it costs to come late. Amounts are in cents.
module Fees
  DAYS_KEPT = 7
  LATE = 200
  LATE_PER_DAY = 50
  MOST = 1000

  module_function

  def due_day(arrived_at)
    arrived_at.to_date + DAYS_KEPT
  end

  def fee(due, collected_at)
    day = collected_at.to_date
    return 0 if day < due

    [LATE + LATE_PER_DAY * (day - due).to_i, MOST].min
  end
end
