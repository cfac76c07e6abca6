using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Differentiation.Functions;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Emission.Functions;

/// <summary>The signatures of a function and of its gradient, and what their documentation says.</summary>
/// <param name="file">The function.</param>
/// <param name="program">What it does.</param>
/// <param name="second">The directions and products of the parameters, where it is that of the Hessian; empty where it is the gradient.</param>
internal sealed class FunctionText(FunctionFile file, FunctionProgram program, IReadOnlyList<HessianParameter> second)
{
    /// <summary>The method that is written.</summary>
    public string Method => second.Count == 0 ? file.Method : program.Name + "HessianProduct";

    /// <summary>The parameters of the function.</summary>
    public IEnumerable<string> Parameters => program.Parameters.Select(parameter => $"{parameter.Modifier}{parameter.TypeName} {parameter.Name}");

    /// <summary>What its gradient takes too: first the gradients, or the directions, that the caller gives, then what it gets.</summary>
    public IEnumerable<string> GradientParameters =>
        Given.Select(parameter => $"{program.Prefix}ReadOnlySpan<{parameter.Series!.Type}> {parameter.GradientName}")
        .Concat(second.Select(parameter => Direction(parameter.Parameter, parameter.Direction)))
        .Concat(Gradients.Select(parameter => Gradient(parameter, parameter.GradientName!)))
        .Concat(second.Select(parameter => Gradient(parameter.Parameter, parameter.Product)));

    /// <summary>The same as arguments.</summary>
    public IEnumerable<string> GradientArguments => Given.Select(parameter => parameter.GradientName!)
        .Concat(second.Select(parameter => parameter.Direction))
        .Concat(Gradients.Select(parameter => (Parameter: parameter, Name: parameter.GradientName!)).Concat(second.Select(parameter => (parameter.Parameter, Name: parameter.Product)))
            .Select(pair => pair.Parameter.Series is null ? $"out {pair.Name}" : pair.Name));

    /// <summary>The parameters with a gradient that the caller gets.</summary>
    public IEnumerable<Parameter> Gradients => program.Parameters.Where(parameter => parameter.GradientName is not null && parameter.Series is not { IsWritten: true });

    /// <summary>The spans that are written.</summary>
    public IEnumerable<Parameter> Given => program.Parameters.Where(parameter => parameter is { GradientName: not null, Series.IsWritten: true });

    public string KeptLengthName => Method.TrimStart('@') + "KeptLength";

    public string KeptLengthCall => $"{KeptLengthName}({string.Join(", ", program.Parameters.Select(parameter => parameter.Name))})";

    /// <summary>The function, for a cref.</summary>
    public string Reference => $"{file.Method}({string.Join(", ", program.Parameters.Select(parameter => parameter.Modifier + parameter.TypeName.Replace('<', '{').Replace('>', '}')))})";

    public const string KeptRemark = "What the way back needs of the loops stands in a buffer of the caller's.";

    /// <summary>The documentation of the gradient.</summary>
    public void Summary(CodeWriter w, string remark)
    {
        string formula = FormulaText.Of(program) is { } text ? $": {SafeText.InDocumentation(text)}" : "";
        string what = second.Count > 0 ? $"The value and the gradient of <see cref=\"{Reference}\"/>, and the product of its Hessian with a vector"
            : program.Result is null ? $"The vector-Jacobian product of <see cref=\"{Reference}\"/>, and what that writes" : $"The value and the gradient of <see cref=\"{Reference}\"/>{formula}";
        w.Folded("/// ", $"<summary>{what}.{(remark.Length > 0 ? " " + remark : "")}</summary>");
        ParameterDocs(w);
        foreach (Parameter parameter in Given)
            w.Line($"/// <param name=\"{Bare(parameter.GradientName!)}\">What is handed back to {parameter.Name}: the gradient by it.</param>");
        foreach (HessianParameter parameter in second)
            w.Line($"/// <param name=\"{Bare(parameter.Direction)}\">The vector at {Bare(parameter.Parameter.Name)}.</param>");
        foreach (Parameter parameter in Gradients)
            w.Line($"/// <param name=\"{Bare(parameter.GradientName!)}\">d {ResultName} / d {Bare(parameter.Name)}{(parameter.Series is null ? "" : ", overwritten")}.</param>");
        foreach (HessianParameter parameter in second)
            w.Line($"/// <param name=\"{Bare(parameter.Product)}\">The product at {Bare(parameter.Parameter.Name)}{(parameter.Parameter.Series is null ? "" : ", overwritten")}.</param>");
        if (remark.Length > 0)
            w.Line($"/// <param name=\"{file.Work.Kept}\">At least as long as <see cref=\"{KeptLengthName}\"/> says.</param>");
        if (program.Result is not null)
            w.Line($"/// <returns>{file.Method} itself.</returns>");
    }

    /// <summary>The documentation of the parameters of the function.</summary>
    public void ParameterDocs(CodeWriter w)
    {
        foreach (Parameter parameter in program.Parameters)
            w.Line($"/// <param name=\"{Bare(parameter.Name)}\">As there.</param>");
    }

    private string ResultName => program.Result is null ? $"(sum of {string.Join(", ", Given.Select(parameter => $"{parameter.GradientName} {parameter.Name}"))})" : program.Name;

    private string Gradient(Parameter parameter, string name) => parameter.Series is { } series
        ? $"{program.Prefix}Span<{series.Type}> {name}"
        : $"out {parameter.Number!.Type} {name}";

    private string Direction(Parameter parameter, string name) => parameter.Series is { } series
        ? $"{program.Prefix}ReadOnlySpan<{series.Type}> {name}"
        : $"{parameter.Number!.Type} {name}";

    private static string Bare(string name) => name.TrimStart('@');
}
