using System;
using System.Collections.Generic;
using System.Linq;
using GenNet;

namespace Lecture;

/// <summary>Where the nodes of a computational graph stand: columns from left to right, rows from top to bottom.</summary>
internal sealed class GraphLayout
{
    private readonly ComputationalGraph _graph;
    private readonly int[] _columns;
    private readonly double[] _rows;
    private int _leaves;

    public GraphLayout(ComputationalGraph graph)
    {
        _graph = graph;
        Shown = [.. Enumerable.Range(0, graph.Nodes.Length).Where(i => !IsConstant(graph.Nodes[i]))];
        _columns = Columns();
        _rows = [.. Enumerable.Repeat(double.NaN, graph.Nodes.Length)];
        PlaceRow(graph.Nodes.Length - 1);
        Spread();
    }

    /// <summary>The nodes that are drawn. Constants are not: they stand in the operation that reads them.</summary>
    public IReadOnlyList<int> Shown { get; }

    public int ColumnCount => Shown.Max(i => _columns[i]) + 1;

    public double RowCount => Shown.Max(i => _rows[i]) + 1;

    public int Column(int node) => _columns[node];

    public double Row(int node) => _rows[node];

    /// <summary>Whether a node is a constant.</summary>
    public static bool IsConstant(GraphNode node) => node.Inputs.IsEmpty && !node.IsParameter;

    /// <summary>The inputs of a node that are drawn, each once.</summary>
    public IEnumerable<int> Inputs(int node) => _graph.Nodes[node].Inputs.Distinct().Where(input => !IsConstant(_graph.Nodes[input]));

    /// <summary>An operation stands right of its inputs, a parameter right before the first operation that reads it.</summary>
    private int[] Columns()
    {
        var columns = new int[_graph.Nodes.Length];
        foreach (int i in Shown)
            columns[i] = Inputs(i).Select(input => columns[input] + 1).DefaultIfEmpty(0).Max();
        foreach (int i in Shown.Where(i => _graph.Nodes[i].IsParameter))
            columns[i] = Shown.Where(reader => Inputs(reader).Contains(i)).Select(reader => columns[reader] - 1).DefaultIfEmpty(0).Min();
        return columns;
    }

    /// <summary>A parameter has the next row, an operation the middle of its inputs.</summary>
    private void PlaceRow(int node)
    {
        if (!double.IsNaN(_rows[node]))
            return;
        int[] inputs = [.. Inputs(node)];
        foreach (int input in inputs)
            PlaceRow(input);
        _rows[node] = inputs.Length == 0 ? _leaves++ : inputs.Average(input => _rows[input]);
    }

    /// <summary>Nodes of a column that are nearer than a row are moved apart, around their middle; then all down to where the first row is 0.</summary>
    private void Spread()
    {
        foreach (IGrouping<int, int> column in Shown.GroupBy(i => _columns[i]))
        {
            int[] nodes = [.. column.OrderBy(i => _rows[i])];
            double before = nodes.Average(i => _rows[i]);
            for (int i = 1; i < nodes.Length; i++)
                _rows[nodes[i]] = Math.Max(_rows[nodes[i]], _rows[nodes[i - 1]] + 1);
            double moved = nodes.Average(i => _rows[i]) - before;
            foreach (int node in nodes)
                _rows[node] -= moved;
        }

        double top = Shown.Min(i => _rows[i]);
        foreach (int i in Shown)
            _rows[i] -= top;
    }
}
