namespace GenNet.Generator.Emission.Text;

/// <summary>One generated source file.</summary>
internal sealed record EmittedFile(string HintName, string Text);
