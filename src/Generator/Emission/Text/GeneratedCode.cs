namespace GenNet.Generator.Emission.Text;

/// <summary>The mark of emitted code, by which tools that measure coverage or style leave it out.</summary>
internal static class GeneratedCode
{
    private const string Alias = "GenNetGenerated";

    private static readonly string Version = typeof(GeneratedCode).Assembly.GetName().Version.ToString(3);

    /// <summary>A short name for the attribute, at the head of the file; a user's own type is hardly called so.</summary>
    public static string Using { get; } = $"using {Alias} = global::System.CodeDom.Compiler.GeneratedCodeAttribute;";

    /// <summary>The attribute.</summary>
    public static string Mark { get; } = $"[{Alias}(\"GenNet\", \"{Version}\")]";
}
