using System.Globalization;
using System.Linq;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Planning;

namespace GenNet.Generator.Emission.Surface;

/// <summary>The members of a network that can be trained.</summary>
/// <param name="members">Where they go.</param>
/// <param name="program">The network.</param>
/// <param name="names">The types.</param>
internal sealed class TrainingSurface(MemberWriter members, NetworkProgram program, SurfaceNames names)
{
    private readonly CodeWriter _w = members.Code;

    private bool IsPadded => program.Format.IsPadded;

    private string Rows => $"inputs.Length / {program.Model.Inputs}";

    /// <summary>What the user calls; Backward and the rest are extensions.</summary>
    public void Members()
    {
        _w.Gap();
        members.Documentation("<inheritdoc/>");
        members.Expression($"public static {names.Workspace} CreateWorkspace", [], $"new {names.Workspace}({program.WorkspaceLength})");
        _w.Gap();
        members.Documentation(
            $"<summary>The mean loss of a batch: inputs [n x {program.Model.Inputs}], targets [n x {program.Model.TargetShape.Size}]. Allocates nothing; may run on several threads at once.</summary>");
        members.Documentation("<inheritdoc/>");
        members.Method($"public {names.Number} Evaluate", [$"{names.Read} inputs", $"{names.Read} targets"], () =>
        {
            _w.Line($"int n = global::GenNet.CompilerServices.Check.Batch(inputs.Length, InputSize, targets.Length, {(program.Model.TargetShape.Size == program.Model.Outputs ? "OutputSize" : NetworkText.Number(program.Model.TargetShape.Size).Replace(",", ""))});");
            names.WithScratch(_w, "Evaluate(n, inputs, targets", IsPadded ? $"{names.Number} loss = " : "return ");
            if (IsPadded)
                _w.Line("return loss;");
        });
    }

    /// <summary>What the library calls.</summary>
    public void Interface()
    {
        members.Expression($"static {names.Class} {names.Network}.Create", ["int seed"], $"new {names.Class}(seed)");
        if (program.DrawsNoise)
            members.Expression($"static bool {names.Network}.HasDropout", null, "true");
        if (!program.Carried.IsEmpty)
            members.Expression($"static int {names.Network}.CarriedSize", null, program.Carried.Sum(state => state.Before.Columns).ToString(CultureInfo.InvariantCulture));
        members.Expression($"static string {names.Network}.Declaration", null, $"\"{NetworkText.Declaration(program.Model)}\"");
        members.Expression($"global::GenNet.CompilerServices.NetworkMemory<{names.Number}> {names.Network}.Memory", null, "_memory");
        Layers();
        Trace();
        BackwardRows();
        ParameterGradients();
    }

    private void Layers()
    {
        members.Line($"static global::System.Collections.Immutable.ImmutableArray<global::GenNet.LayerInfo> {names.Network}.Layers {{ get; }} = [");
        using (_w.Indent())
        {
            foreach (LayerProgram layer in program.Layers.Where(layer => !layer.IsForTraining))
            {
                _w.Line($"new(\"{layer.Model.Name}\", \"{layer.Model.Kind}\", {layer.Model.Inputs}, {layer.Model.Outputs}, "
                    + $"{(layer.Model.Activation.Kind is { } kind ? $"global::GenNet.Activation.{kind}" : $"null, \"{layer.Model.Activation.Name}\"")}),");
            }
        }

        _w.Line("];");
    }

    private void Trace()
    {
        LayerProgram[] layers = program.Layers.Where(layer => !layer.IsForTraining).ToArray();
        int hidden = layers.Take(layers.Length - 1).Sum(layer => layer.Model.Outputs);
        string outputs = hidden == 0 ? "activations" : $"activations[({Rows} * {hidden})..]";
        string[] parameters = [$"{names.Read} inputs", $"{names.Write} activations"], arguments = [Rows, "inputs", outputs, "activations"];
        _w.Gap();
        if (IsPadded)
            members.Method($"void {names.Network}.Trace", parameters, () => names.WithScratch(_w, $"{(program.Forward.HasTrace ? "Trace" : "Forward")}({string.Join(", ", arguments)}", ""));
        else
            members.Folded($"void {names.Network}.Trace", parameters, $"{names.Layers}.Forward", [.. arguments, "ref _memory.Parameters.Origin"]);
    }

    private void BackwardRows()
    {
        string workspace = !IsPadded ? "workspace.Span" : "ref workspace.Origin" + (program.DrawsNoise ? ", workspace.TakeNoise()" : "") + (program.Carried.IsEmpty ? "" : ", workspace.TakeCarried()");
        string[] parameters =
        [
            $"{names.Number} scale", $"{names.Read} inputs", $"{names.Read} targets", $"{names.Read} outputGradients", $"{names.Write} inputGradients",
            $"{names.Workspace} workspace",
        ];
        _w.Gap();
        members.Folded(
            $"double {names.Network}.BackwardRows", parameters, $"{names.Layers}.BackwardRows",
            [Rows, "scale", "inputs", "targets", "outputGradients", "inputGradients", "ref _memory.Parameters.Origin", workspace]);
    }

    private void ParameterGradients()
    {
        _w.Gap();
        string[] parameters = ["global::GenNet.CompilerServices.Share share", $"{names.Read} inputs", $"{names.Write} gradients", $"{names.Workspace} workspace"];
        members.Folded(
            $"void {names.Network}.ParameterGradients", parameters,
            IsPadded ? $"{names.Layers}.ParameterGradients" : "global::GenNet.CompilerServices.Share.Take",
            IsPadded ? [Rows, "inputs", "gradients", "ref workspace.Origin", "share"] : ["share", "workspace.Span", "gradients"]);
    }
}
