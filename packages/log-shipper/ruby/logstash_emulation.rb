# Stands in for the parts of Logstash that a script of its ruby filter can see, so that the script of
# k8s/monitoring/logs runs here, unchanged, without Logstash: LogStash::Event (get, set, include?, remove, tag, cancel,
# to_hash), LogStash::Timestamp, and the script's surroundings with its inline tests. Used in development and in tests only.
# Written after the plugin's and the Event API's documentation; what the script does not use is left out.
require 'json'
require 'time'

module LogStash
  # A point in time, to the millisecond when written.
  class Timestamp
    attr_reader :time

    def initialize(time = nil)
      @time = case time
              when nil then Time.now.utc
              when Time then time
              when String then Time.iso8601(time)
              else raise TypeError, "wrong argument type #{time.class} (expected Time or String)"
              end
    end

    def to_s
      @time.getutc.iso8601(3)
    end
    alias to_iso8601 to_s

    def to_json(*args)
      to_s.to_json(*args)
    end
  end

  # An event: nested fields, reached by references such as `[log][offset]` or `message`.
  class Event
    def initialize(data = {})
      @data = data.reject { |key, _| key == '@metadata' }
      @metadata = data['@metadata'] || {}
      time = @data['@timestamp']
      @data['@timestamp'] = time.is_a?(Timestamp) ? time : Timestamp.new(time)
      @cancelled = false
    end

    def get(reference)
      path(reference).reduce(root(reference)) { |at, key| at.is_a?(Hash) ? at[key] : nil }
    end

    def set(reference, value)
      *parents, last = path(reference)
      holder = parents.reduce(root(reference)) { |at, key| at[key] = at[key].is_a?(Hash) ? at[key] : {} }
      holder[last] = value
    end

    def include?(reference)
      *parents, last = path(reference)
      holder = parents.reduce(root(reference)) { |at, key| at.is_a?(Hash) ? at[key] : nil }
      holder.is_a?(Hash) && holder.key?(last)
    end

    def remove(reference)
      *parents, last = path(reference)
      holder = parents.reduce(root(reference)) { |at, key| at.is_a?(Hash) ? at[key] : nil }
      holder.delete(last) if holder.is_a?(Hash)
    end

    def tag(name)
      tags = Array(@data['tags'])
      @data['tags'] = tags.include?(name) ? tags : tags + [name]
    end

    def cancel
      @cancelled = true
    end

    def cancelled?
      @cancelled
    end

    def to_hash_with_metadata
      @data.merge('@metadata' => @metadata)
    end

    def to_hash
      @data
    end

    private

    def root(reference)
      reference.start_with?('[@metadata]') ? @metadata : @data
    end

    def path(reference)
      keys = reference.start_with?('[') ? reference.scan(/\[([^\[\]]+)\]/).flatten : [reference]
      keys.first == '@metadata' ? keys.drop(1) : keys
    end
  end
end
