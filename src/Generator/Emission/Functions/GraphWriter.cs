using System.Collections.Generic;
using System.Linq;
using GenNet.Generator.Differentiation.Functions;
using GenNet.Generator.Emission.Text;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;

namespace GenNet.Generator.Emission.Functions;

/// <summary>The method with the computational graph of a function at a point: its nodes with their values and gradients.</summary>
internal static class GraphWriter
{
    public static void Write(CodeWriter w, FunctionFile file, FunctionGradient gradient)
    {
        FunctionProgram program = gradient.Program;
        var text = new FunctionText(file, program, []);
        w.Line($"/// <summary>The computational graph of <see cref=\"{text.Reference}\"/> at a point: each node with its value and its gradient.</summary>");
        text.ParameterDocs(w);
        w.Line("/// <returns>The nodes, from the parameters to the result.</returns>");
        w.Line(GeneratedCode.Mark);
        w.List($"{file.Accessibility} static global::GenNet.ComputationalGraph {program.Name}Graph(", text.Parameters, ")");
        using (w.Block())
        {
            var statements = new StatementWriter(w, program.Prefix, program.Names);
            foreach (IGrouping<string, Parameter> parameters in text.Gradients.GroupBy(parameter => parameter.Number!.Type))
                w.List($"{parameters.Key} ", parameters.Select(parameter => parameter.GradientName!), ";");
            statements.Write(gradient.Forward);
            w.Gap();
            statements.Write(gradient.Backward);
            w.Gap();
            w.Line("return new global::GenNet.ComputationalGraph(");
            w.Line("[");
            using (w.Indent())
            {
                foreach (string node in new Nodes(gradient).All())
                    w.Line($"new global::GenNet.GraphNode({node}),");
            }

            w.Line("]);");
        }
    }

    /// <summary>The nodes of a gradient as the arguments of their constructors.</summary>
    private sealed class Nodes(FunctionGradient gradient)
    {
        private readonly List<string> _nodes = [];
        private readonly Dictionary<Expr, int> _numbers = [];

        public List<string> All()
        {
            FunctionProgram program = gradient.Program;
            foreach (Number number in program.Parameters.Select(parameter => parameter.Number!))
                Add(number.Variable, number.Name, "", number.Name, program.Parameters.First(parameter => parameter.Number == number).GradientName ?? "0", []);
            HashSet<string> useful = UsefulNumbers.Of(program);
            foreach (Assign assign in program.Body.Statements.OfType<Assign>().Where(assign => useful.Contains(assign.Target.Name)))
                Add(assign.Target.Variable, assign.Target.Name, Operation(assign.Value), assign.Target.Name, Gradient(assign.Target), Operands(assign.Value).Select(Number));
            if (_numbers.TryGetValue(program.Result!, out int result) && result == _nodes.Count - 1)
                return _nodes;
            string value = ExpressionPrinter.PrintWhole(program.Result!, new MathStyle(program.Type, program.Prefix));
            Add(new Variable(""), program.Name, "=", value, "1", [Number(program.Result!)]);
            return _nodes;
        }

        private string Gradient(Number number) => gradient.Gradients.TryGetValue(number.Name, out Expr? adjoint)
            ? ExpressionPrinter.PrintWhole(adjoint, new MathStyle(number.Type, gradient.Program.Prefix)) : "0";

        private int Number(Expr leaf)
        {
            if (_numbers.TryGetValue(leaf, out int number))
                return number;
            string name = MathPrinter.Print(leaf), value = ExpressionPrinter.PrintWhole(leaf, new MathStyle(gradient.Program.Type, gradient.Program.Prefix));
            return Add(leaf, name, name, value, "0", []);
        }

        private int Add(Expr leaf, string name, string operation, string value, string gradientOf, IEnumerable<int> inputs)
        {
            int[] from = [.. inputs];
            _numbers.Add(leaf, _nodes.Count);
            _nodes.Add($"{SafeText.Literal(name)}, {SafeText.Literal(operation)}, {value}, {gradientOf}, [{string.Join(", ", from)}]");
            return _nodes.Count - 1;
        }

        private static Expr[] Operands(Expr value) => value switch
        {
            Multiply e when e.Left == e.Right => [e.Left],
            Select e => [e.Then, e.Otherwise],
            Opaque or Truth => [],
            _ => value.Operands,
        };

        private static string Operation(Expr value) => value switch
        {
            Expressions.Add => "+",
            Subtract or Negate => "-",
            Multiply e when e.Left == e.Right => "x^2",
            Multiply => "*",
            Divide => "/",
            Combine { Function: Function.Remainder } => "%",
            Call e => e.Function.ToString().ToLowerInvariant(),
            Combine e => e.Function.ToString().ToLowerInvariant(),
            Select => "? :",
            _ => MathPrinter.Print(value),
        };
    }
}
