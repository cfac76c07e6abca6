/** The parts of what Digits.Answer, Draw and Show return. */
export function answerOf(numbers) {
  return { image: numbers.subarray(0, 784), hidden: numbers.subarray(784, 884), probabilities: numbers.subarray(884, 894), evidence: numbers.subarray(894, 1678) };
}

/** The parts of what Digits.Learn returns. */
export function lessonOf(numbers) {
  return {
    steps: numbers[0],
    loss: numbers[1],
    norms: { W1: numbers[2], b1: numbers[3], W2: numbers[4], b2: numbers[5], dW1: numbers[6], db1: numbers[7], dW2: numbers[8], db2: numbers[9] },
    answer: answerOf(numbers.subarray(10)),
  };
}
