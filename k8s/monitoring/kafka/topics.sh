#!/usr/bin/env bash
# Creates the topics of gomon and sets what they are to keep; run again, it changes nothing that is right already.
set -euo pipefail
: "${KAFKA_BROKERS:?}" "${KAFKA_TOPIC:=metrics-v4}" "${PARTITIONS:=3}" "${REPLICATION:=3}" "${MIN_INSYNC:=2}"

# The largest record of the source, and room for the headers that say why it became a dead letter.
largest=1048588
largest_dead_letter=$((largest + 65536))

topic() { # name, partitions, settings
  "$KAFKA_HOME/bin/kafka-topics.sh" --bootstrap-server "$KAFKA_BROKERS" --create --if-not-exists \
    --topic "$1" --partitions "$2" --replication-factor "$REPLICATION"
  "$KAFKA_HOME/bin/kafka-configs.sh" --bootstrap-server "$KAFKA_BROKERS" --alter \
    --entity-type topics --entity-name "$1" --add-config "$3"
}

# Three days or 2 GiB a partition, whichever comes first: three partitions with a copy on each node fit the 10Gi claim.
topic "$KAFKA_TOPIC" "$PARTITIONS" \
  "min.insync.replicas=$MIN_INSYNC,max.message.bytes=$largest,retention.ms=259200000,retention.bytes=2147483648,segment.bytes=134217728"
# Dead letters wait four weeks for somebody to look at them.
topic "$KAFKA_TOPIC.dlq" 1 \
  "min.insync.replicas=$MIN_INSYNC,max.message.bytes=$largest_dead_letter,retention.ms=2419200000,retention.bytes=1073741824,segment.bytes=134217728"

"$KAFKA_HOME/bin/kafka-topics.sh" --bootstrap-server "$KAFKA_BROKERS" --describe --topic "$KAFKA_TOPIC,$KAFKA_TOPIC.dlq"
