using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GenNet;
using Samples;

namespace Lecture;

/// <summary>A computational graph as lectures draw it: operations in circles, and behind each its value above the line and its gradient below.</summary>
internal sealed partial class GraphPicture
{
    private const double Radius = 22, Stub = 70, ColumnWidth = 2 * Radius + Stub + 52, RowHeight = 78, Margin = 26, Above = 92, Below = 52;

    /// <summary>For readers in the light and in the dark.</summary>
    private const string Style = """
        .paper { fill: #ffffff } text { fill: #24292f } .gate { fill: #eef4fb; stroke: #3b6ea5 } .wire { stroke: #8c959f; fill: none } .tip { fill: #8c959f }
        .value { fill: #1a7f37 } .gradient { fill: #c4321f } .name { fill: #57606a }
        @media (prefers-color-scheme: dark) {
          .paper { fill: #0d1117 } text { fill: #e6edf3 } .gate { fill: #16263a; stroke: #6ca4dd } .wire { stroke: #768390 } .tip { fill: #768390 }
          .value { fill: #56d364 } .gradient { fill: #ff8f7a } .name { fill: #9aa4af }
        }
        """;

    private readonly ComputationalGraph _graph;
    private readonly GraphLayout _layout;
    private readonly string _format, _result;

    private GraphPicture(ComputationalGraph graph, string result)
    {
        _graph = graph;
        _layout = new GraphLayout(graph);
        _result = result;
        _format = graph.Nodes.All(node => node.Value == Math.Round(node.Value) && node.Gradient == Math.Round(node.Gradient)) ? "0" : "0.00";
    }

    /// <summary>Writes the picture.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="result">The letter of its result.</param>
    /// <param name="title">What stands above it.</param>
    public static void Save(string path, ComputationalGraph graph, string result, string title) =>
        SvgPage.Save(path, new GraphPicture(graph, result).Draw(title));

    private XElement Draw(string title)
    {
        title = Typeset(title);
        double width = Math.Max(2 * Margin + _layout.ColumnCount * ColumnWidth, 2 * Margin + 8.6 * title.Length);
        double height = Above + (_layout.RowCount - 1) * RowHeight + Below + 44;
        XElement picture = SvgPage.Create(width, height, Style);
        picture.Add(Text(title, Margin, 34, "start", 17));
        foreach (int node in _layout.Shown)
            picture.Add(Wires(node));
        foreach (int node in _layout.Shown)
            picture.Add(Node(node));

        picture.Add(Text("above: value", Margin, height - 16, "start", 12, "value"), Text($"below: gradient of {_result}", Margin + 92, height - 16, "start", 12, "gradient"));
        return picture;
    }

    private double X(int node) => Margin + Radius + _layout.Column(node) * ColumnWidth;

    private double Y(int node) => Above + _layout.Row(node) * RowHeight;

    /// <summary>From the end of each input's line into the circle.</summary>
    private IEnumerable<XElement> Wires(int node)
    {
        foreach (int input in _layout.Inputs(node))
        {
            double fromX = X(input) + Radius + Stub, fromY = Y(input), toX = X(node), toY = Y(node);

            // The wires reach the circle at the side that they come from.
            double angle = Math.PI + Math.Clamp((toY - fromY) / RowHeight, -1, 1) * 0.6;
            (double endX, double endY) = (toX + Radius * Math.Cos(angle), toY + Radius * Math.Sin(angle));
            double middle = (fromX + endX) / 2;
            string path = $"M{SvgPlot.Number(fromX)} {SvgPlot.Number(fromY)}C{SvgPlot.Number(middle)} {SvgPlot.Number(fromY)} {SvgPlot.Number(middle)} {SvgPlot.Number(endY)} {SvgPlot.Number(endX)} {SvgPlot.Number(endY)}";
            yield return SvgPlot.Element("path", ("class", "wire"), ("d", path), ("stroke-width", 1.6));
        }
    }

    /// <summary>The circle or the parameter's name, and the line behind it.</summary>
    private IEnumerable<XElement> Node(int index)
    {
        GraphNode node = _graph.Nodes[index];
        double x = X(index), y = Y(index), from = x + Radius, to = from + Stub;
        bool isResult = index == _graph.Nodes.Length - 1;
        yield return SvgPlot.Element("line", ("class", "wire"), ("x1", from), ("y1", y), ("x2", to), ("y2", y), ("stroke-width", 1.6));
        if (isResult)
        {
            yield return SvgPlot.Element("path", ("class", "tip"), ("d", $"M{SvgPlot.Number(to)} {SvgPlot.Number(y - 4.5)}l9 4.5l-9 4.5z"));
            yield return Text(_result, to + 16, y + 6, "start", 18, italic: true);
        }

        yield return Text(Number(node.Value), (from + to) / 2, y - 7, "middle", 14, "value");
        yield return Text(Number(node.Gradient), (from + to) / 2, y + 18, "middle", 14, "gradient");
        if (node.IsParameter)
        {
            yield return Text(Typeset(node.Name), from - 8, y + 6, "end", 18, italic: true);
            yield break;
        }

        yield return SvgPlot.Element("circle", ("class", "gate"), ("cx", x), ("cy", y), ("r", Radius), ("stroke-width", 1.8));
        string operation = Operation(node);
        yield return Text(operation, x, y + 6, "middle", operation.Length > 3 ? 13 : 17);
        if (!isResult && !Unnamed().IsMatch(node.Name))
            yield return Text(Typeset(node.Name), x, y - Radius - 7, "middle", 14, "name", italic: true);
    }

    /// <summary>The operation with the constant that it reads.</summary>
    private string Operation(GraphNode node)
    {
        string sign = node.Operation switch { "*" => "\u00D7", "-" => "\u2212", _ => Typeset(node.Operation) };
        int constant = node.Inputs.Length == 2 ? Array.FindIndex([.. node.Inputs], input => GraphLayout.IsConstant(_graph.Nodes[input])) : -1;
        if (constant < 0)
            return sign;
        string number = Typeset(_graph.Nodes[node.Inputs[constant]].Operation);
        return (sign, constant) switch
        {
            ("+" or "\u00D7", _) or (_, 1) => sign + number,
            ("/", 0) => number + "/x",
            _ => number + sign,
        };
    }

    private string Number(double value)
    {
        string text = value.ToString(_format);
        return Typeset(text.Trim('-', '0', '.').Length == 0 ? text.TrimStart('-') : text);
    }

    /// <summary>Minus signs, powers and indexes as they are set.</summary>
    private static string Typeset(string text)
    {
        text = text.Replace('-', '\u2212').Replace("^2", "\u00B2", StringComparison.Ordinal);
        return Indexed().Replace(text, match => match.Groups[1].Value + (char)('\u2080' + match.Groups[2].Value[0] - '0'));
    }

    private static XElement Text(string text, double x, double y, string anchor, double size, string? style = null, bool italic = false)
    {
        XElement element = SvgPlot.Text(text, x, y, anchor, size);
        element.SetAttributeValue("class", style);
        if (italic)
            element.SetAttributeValue("font-style", "italic");
        return element;
    }

    /// <summary>The names that the generator gives.</summary>
    [GeneratedRegex(@"^t\d+$")]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"\b([a-z])(\d)\b")]
    private static partial Regex Indexed();
}
