"""Reads topics from start to end as any stranger does: Confluent's own client and the schema endpoint, nothing else.

usage: decode.py <bootstrap servers> <schema registry url> <topic>...
Prints one JSON line for each record; a record that cannot be decoded ends the program with an error.
"""
import json
import sys

from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext


def main(bootstrap, registry, topics):
    deserializer = AvroDeserializer(SchemaRegistryClient({"url": registry}))
    consumer = Consumer({
        "bootstrap.servers": bootstrap,
        "group.id": "foreign",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "enable.partition.eof": True,
    })
    known = consumer.list_topics(timeout=20).topics
    partitions = [TopicPartition(topic, p, 0) for topic in topics for p in known[topic].partitions]
    consumer.assign(partitions)
    left = len(partitions)
    while left:
        message = consumer.poll(20)
        if message is None:
            raise SystemExit("the broker is silent")
        if message.error():
            if message.error().name() != "_PARTITION_EOF":
                raise SystemExit(str(message.error()))
            left -= 1
            continue
        headers = {name: value.decode() for name, value in message.headers() or []}
        context = SerializationContext(message.topic(), MessageField.VALUE)
        print(json.dumps({
            "topic": message.topic(),
            "partition": message.partition(),
            "offset": message.offset(),
            "key": message.key().decode() if message.key() is not None else None,
            "type": headers.get("ce_type"),
            "subject": headers.get("ce_subject"),
            "value": deserializer(message.value(), context),
        }, default=str))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
