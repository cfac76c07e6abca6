namespace GenNet.Generator.Emission.Text;

/// <summary>What the files and the layers class of a network are called.</summary>
/// <remarks>All layers classes share one namespace: were it nested like the user's, a user's <c>Game.Math</c> would hide
/// <c>System.Math</c> from the code of <c>Game</c>.</remarks>
internal sealed class EmittedNames
{
    public const string Namespace = "GenNet.Emitted";

    /// <summary>The names for a network.</summary>
    /// <param name="fullName">Namespace, containers and name of its class, joined by dots.</param>
    /// <param name="number">Its number, from 1, among the networks whose names would be the same.</param>
    public EmittedNames(string fullName, int number)
    {
        File = fullName + (number == 1 ? "" : $"-{number}");
        LayersClass = Identifier(fullName) + "Layers" + (number == 1 ? "" : $"_{number}");
    }

    /// <summary>The name of the file with the surface and the layers, without its ending.</summary>
    public string File { get; }

    public string LayersClass { get; }

    /// <summary>A full name as one identifier: Outer.Net and Outer_Net must not meet.</summary>
    public static string Identifier(string fullName) => fullName.Replace("_", "__").Replace('.', '_');
}
