namespace GenNet.Generator.Emission;

/// <summary>One generated source file.</summary>
internal sealed record EmittedFile(string HintName, string Text);
