using GenNet;

namespace VanishingGradient;

/// <summary>Ten layers of tanh units, weights of deviation 0.01.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.Normal, InitDeviation = Sizes.Small)]
internal sealed partial class TanhSmall;

/// <summary>Ten layers of tanh units, weights of deviation 1.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.Normal, InitDeviation = Sizes.Large)]
internal sealed partial class TanhLarge;

/// <summary>Ten layers of tanh units, Xavier's initialisation.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.XavierNormal)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.XavierNormal)]
internal sealed partial class TanhXavier;

/// <summary>Ten layers of tanh units, He's initialisation.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.Tanh, Init = Init.HeNormal)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.HeNormal)]
internal sealed partial class TanhHe;
