using GenNet;

namespace VanishingGradient;

/// <summary>Ten layers of ReLU units, weights of deviation 0.01.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Small)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.Normal, InitDeviation = Sizes.Small)]
internal sealed partial class ReLUSmall;

/// <summary>Ten layers of ReLU units, weights of deviation 1.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.Normal, InitDeviation = Sizes.Large)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.Normal, InitDeviation = Sizes.Large)]
internal sealed partial class ReLULarge;

/// <summary>Ten layers of ReLU units, Xavier's initialisation.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.XavierNormal)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.XavierNormal)]
internal sealed partial class ReLUXavier;

/// <summary>Ten layers of ReLU units, He's initialisation.</summary>
[Network(Loss.CrossEntropy)]
[Dense(Sizes.Inputs, Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Units, Activation.ReLU, Init = Init.HeNormal)]
[Dense(Sizes.Classes, Activation.Softmax, Init = Init.HeNormal)]
internal sealed partial class ReLUHe;
