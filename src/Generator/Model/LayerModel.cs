namespace GenNet.Generator.Model;

/// <summary>One layer of a network; each kind of layer is a record of its own.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Inputs">The numbers that come in, for one sample.</param>
/// <param name="Outputs">The numbers that go out.</param>
/// <param name="Activation">The function on the outputs.</param>
/// <param name="Alpha">The parameter of the activation, where it has one.</param>
internal abstract record LayerModel(string Name, int Inputs, int Outputs, Activation Activation, double Alpha);

/// <summary>A fully connected layer.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Inputs">The numbers that come in, for one sample.</param>
/// <param name="Outputs">The numbers that go out.</param>
/// <param name="Activation">The function on the outputs.</param>
/// <param name="Alpha">The parameter of the activation, where it has one.</param>
/// <param name="Bias">Whether it adds a bias.</param>
/// <param name="Init">How the weights are drawn.</param>
internal sealed record DenseLayer(string Name, int Inputs, int Outputs, Activation Activation, double Alpha, bool Bias, WeightInit Init)
    : LayerModel(Name, Inputs, Outputs, Activation, Alpha);
