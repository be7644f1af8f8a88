# frozen_string_literal: true

# A request that is answered with an error; the message is for the client.
class Refused < StandardError
  attr_reader :status

  def initialize(status, message)
    super(message)
    @status = status
  end
end
