namespace GenNet;

/// <summary>What is known of a layer at run time; dropout, which computes nothing outside training, is not listed.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Kind">Dense, Maxout: the name of its attribute.</param>
/// <param name="Inputs">The numbers that come in, for one sample.</param>
/// <param name="Outputs">The numbers that go out.</param>
/// <param name="Activation">The function on them.</param>
public sealed record LayerInfo(string Name, string Kind, int Inputs, int Outputs, Activation Activation);
