#!/usr/bin/env bash
# Starts this pod's Kafka node: its number is the end of the pod's name, its data folder is prepared once.
set -euo pipefail
node_id=${POD_NAME##*-}
properties=/tmp/server.properties

cp /etc/kafka/gomon/server.properties "$properties"
cat >> "$properties" <<EOF
node.id=$node_id
listeners=CLIENT://$BIND_ADDRESS:9092,CONTROLLER://$BIND_ADDRESS:9093
advertised.listeners=CLIENT://$POD_NAME.kafka.$POD_NAMESPACE.svc.cluster.local:9092
log.dirs=$DATA_DIR/log
EOF

# Does nothing where the folder is prepared already. The cluster's id is the same on every node and no secret.
"$KAFKA_HOME/bin/kafka-storage.sh" format --ignore-formatted --cluster-id "$CLUSTER_ID" --config "$properties"
exec "$KAFKA_HOME/bin/kafka-server-start.sh" "$properties"
