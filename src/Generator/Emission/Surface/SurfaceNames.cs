using GenNet.Generator.Emission.Text;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Surface;

/// <summary>The types of the members of one network, as C# writes them anywhere, and the call of its layers.</summary>
/// <param name="program">The network.</param>
/// <param name="names">What its layers are called.</param>
internal sealed class SurfaceNames(NetworkProgram program, EmittedNames names)
{
    /// <summary>The user's class.</summary>
    public string Class { get; } = program.Model.Type.Name;

    /// <summary>float or double.</summary>
    public string Number { get; } = program.Model.Precision == Precision.Float ? "float" : "double";

    public string Read => $"global::System.ReadOnlySpan<{Number}>";

    public string Write => $"global::System.Span<{Number}>";

    public string Workspace => $"global::GenNet.Workspace<{Number}>";

    public string Inference => $"global::GenNet.IInferenceNetwork<{Class}, {Number}>";

    public string Network => $"global::GenNet.INetwork<{Class}, {Number}>";

    public string Streaming => $"global::GenNet.IStreamingNetwork<{Class}, {Number}>";

    public string State => $"global::GenNet.SequenceState<{Number}>";

    public string Layers { get; } = $"global::{EmittedNames.Namespace}.{names.LayersClass}";

    /// <summary>A call of the layers with scratch that no other thread has.</summary>
    /// <param name="w">Where it goes.</param>
    /// <param name="call">The call up to the parameters.</param>
    /// <param name="result">What becomes of its result.</param>
    public void WithScratch(CodeWriter w, string call, string result)
    {
        if (!program.Format.IsPadded)
        {
            w.Line($"{result}{Layers}.{call}, ref _memory.Parameters.Origin);");
            return;
        }

        w.Line($"{Workspace} scratch = _memory.Scratch.Rent();");
        w.List($"{result}{Layers}.{call}", ["", "ref _memory.Parameters.Origin", "ref scratch.Origin"], ");");
        w.Line("_memory.Scratch.Return(scratch);");
    }
}
