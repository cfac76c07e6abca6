using GenNet;

namespace PROJECT_NAMESPACE;

/// <summary>The numbers of a row become the probabilities of the classes.</summary>
// The first number is that of the columns before the class, the number of the last layer that of the classes.
[Network(Loss.CrossEntropy)]
[Dense(FEATURES, 16, Activation.Tanh)]
[Dense(CLASSES, Activation.Softmax)]
internal sealed partial class Classifier;
