using GenNet;

namespace CartPole;

/// <summary>The policy: from the state of the cart to the logits of the two actions. Its own loss is never asked for: the gradient of its outputs is the caller's.</summary>
[Network(Loss.HalfSquaredError)]
[Dense(4, 32, Activation.Tanh)]
[Dense(2)]
internal sealed partial class PolicyNet;

/// <summary>The baseline: how much is still to be earned from a state.</summary>
[Network(Loss.HalfSquaredError)]
[Dense(4, 32, Activation.Tanh)]
[Dense(1)]
internal sealed partial class ValueNet;
