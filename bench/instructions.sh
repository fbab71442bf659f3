#!/bin/sh
# Thousands of instructions of some steps of the usual trace at 100,000 rows, and of two of its
# searches by themselves (31, 32: two characters, one), by callgrind.
# What two rounds cost less what one costs is the step alone. Kept in bench/instructions.txt:
#     bench/instructions.sh | diff bench/instructions.txt -
set -e
cd "$(dirname "$0")/.."
cargo build --quiet --release --package bench --example step
counted() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/examples/step 100000 "$1" "$2" 2>&1 |
    sed -n 's/.*Collected : //p'
}
for step in 1 4 7 13 15 16 20 29 30 31 32; do
  once=$(counted $step 1)
  twice=$(counted $step 2)
  echo "step $step: $(((twice - once) / 1000))"
done
load=$(counted 16 0)
echo "rows and load: $((load / 1000))"
