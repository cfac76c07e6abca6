namespace GenNet.Generator.Diagnostics;

/// <summary>What a diagnostic tells its code fix, beside its message: the keys of its properties.</summary>
internal static class FixProperties
{
    /// <summary>The number of inputs that fits.</summary>
    public const string Inputs = "Inputs";

    /// <summary>The named argument that has no effect.</summary>
    public const string Argument = "Argument";

    /// <summary>The activation that the loss needs.</summary>
    public const string Activation = "Activation";

    /// <summary>The loss that is chosen where none is stated.</summary>
    public const string Loss = "Loss";

    /// <summary>The initialisation that fits.</summary>
    public const string Init = "Init";

    /// <summary>The initialisation where none is stated.</summary>
    public const string DefaultInit = "DefaultInit";
}
