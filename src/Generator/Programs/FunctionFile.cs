using GenNet.Generator.Model;

namespace GenNet.Generator.Programs;

/// <summary>A method whose gradient is to be written.</summary>
/// <param name="Home">Where it stands.</param>
/// <param name="Accessibility">What stands before static: public, internal, private.</param>
/// <param name="Method">Its name as C# writes it.</param>
/// <param name="Program">What it does;</param>
/// <param name="Order">Which derivatives are written.</param>
/// <param name="HasGraph">Whether its computational graph is written.</param>
internal sealed record FunctionFile(FunctionHome Home, string Accessibility, string Method, FunctionProgram Program, int Order, bool HasGraph)
{
    /// <summary>The names of what the emitted methods need besides.</summary>
    public WorkNames Work { get; } = new(Program.Names.Unique("kept"), Program.Names.Unique("top"), Program.Names.Unique("length"), Program.Names.Unique("value"));
}

/// <summary>Names that no parameter and no local of a function has.</summary>
/// <param name="Kept">The buffer of what is kept.</param>
/// <param name="Top">How much is in it.</param>
/// <param name="Length">How long it must be.</param>
/// <param name="Value">What is returned.</param>
internal sealed record WorkNames(string Kept, string Top, string Length, string Value);
