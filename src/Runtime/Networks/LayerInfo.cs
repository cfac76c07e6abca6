namespace GenNet;

/// <summary>What is known of a layer at run time; dropout, which computes nothing outside training, is not listed.</summary>
/// <param name="Name">The prefix of its tensors.</param>
/// <param name="Kind">Dense, Maxout: the name of its attribute.</param>
/// <param name="Inputs">The numbers that come in, for one sample.</param>
/// <param name="Outputs">The numbers that go out.</param>
/// <param name="Activation">The function on them; null where it is one of the user's.</param>
/// <param name="Function">The name of a function of the user's; null where it is one of the library's.</param>
public sealed record LayerInfo(string Name, string Kind, int Inputs, int Outputs, Activation? Activation, string? Function = null)
{
    /// <summary>What the function on the outputs is called.</summary>
    public string ActivationName => Function ?? Activation?.ToString() ?? nameof(GenNet.Activation.Identity);
}
