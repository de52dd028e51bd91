# Loads a script of Logstash's ruby filter the way the plugin does: evaluated in an object of its own, once for the
# pipeline and once for each inline test; `test`, `parameters`, `in_event(s)` and `expect` as documented.
require_relative 'logstash_emulation'

class FilterScript
  # What the plugin tags an event with whose filter raised.
  EXCEPTION_TAG = '_rubyexception'.freeze

  def initialize(path, parameters = {})
    @path = path
    @source = File.read(path, encoding: 'UTF-8')
    @tests = []
    # The method becomes the loaded object's own, so `self` in it is not this script.
    script = self
    tests = @tests
    @surroundings = load_with(->(name, &block) { tests << InlineTest.new(name, script, &block) })
    raise "#{path} defines no method filter" unless @surroundings.respond_to?(:filter, true)

    register(@surroundings, parameters)
  end

  # The events that come out for one that goes in.
  def filter(event)
    events = @surroundings.filter(event)
    raise 'filter did not return an array of events' unless events.is_a?(Array) && events.all?(LogStash::Event)

    events.reject(&:cancelled?)
  rescue StandardError => e
    event.tag(EXCEPTION_TAG)
    [event, e]
  end

  def test_results
    @tests.flat_map(&:run)
  end

  # A fresh copy of the script for one inline test, in which `test` means nothing.
  def copy
    load_with(->(_name, &_block) {})
  end

  def register(surroundings, parameters)
    surroundings.register(parameters) if surroundings.respond_to?(:register, true)
  end

  private

  def load_with(test_method)
    surroundings = Object.new
    surroundings.define_singleton_method(:test, &test_method)
    surroundings.instance_eval(@source, @path, 1)
    surroundings
  end
end

# One `test` block of a script.
class InlineTest
  Result = Struct.new(:test, :expectation, :status, :message)

  def initialize(name, script, &block)
    @name = name
    @script = script
    @surroundings = script.copy
    @expectations = []
    instance_eval(&block)
  end

  def parameters(&block)
    @script.register(@surroundings, block.call)
  end

  def in_event(&block)
    given = block.call
    @events = (given.is_a?(Hash) ? [given] : given).map { |fields| LogStash::Event.new(fields) }
  end
  alias in_events in_event

  def expect(name, &block)
    @expectations << [name, block]
  end

  def run
    events = @events.flat_map { |event| @surroundings.filter(event) }
    @expectations.map { |name, block| judge(name, block, events) }
  rescue StandardError => e
    [Result.new(@name, 'runs', 'errored', e.message)]
  end

  private

  def judge(name, block, events)
    passed = block.call(events)
    Result.new(@name, name, passed ? 'passed' : 'failed', passed ? nil : events.map(&:to_hash_with_metadata).to_json)
  rescue StandardError => e
    Result.new(@name, name, 'errored', e.message)
  end
end
