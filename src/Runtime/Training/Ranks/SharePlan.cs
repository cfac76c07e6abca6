using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet;

/// <summary>
/// How a batch is cut into shares, which of them each rank has, and the binary tree that they are summed in: node i of a level has the nodes 2 i and 2 i + 1 of the level below, the shares are level
/// 0, and a node without a right neighbour is its own parent. The tree depends on the number of shares only.
/// </summary>
internal sealed class SharePlan
{
    /// <summary>More than anybody has cores in one network of data-parallel ranks; each share has a loss that is sent in every step.</summary>
    public const int MostShares = 1024;

    /// <summary>The plan of one rank.</summary>
    public SharePlan(int rank, int size, int shares)
    {
        Shares = shares;
        Rank = rank;
        Size = size;
        while (1 << Levels < shares)
            Levels++;
        var nodes = ImmutableArray.CreateBuilder<ImmutableArray<ShareNode>>(size);
        for (int i = 0; i < size; i++)
            nodes.Add([.. Whole(FirstShareOf(i), FirstShareOf(i + 1))]);
        Nodes = nodes.MoveToImmutable();
    }

    /// <summary>The plan of a rank of an exchange.</summary>
    public static SharePlan Of(GradientExchange ranks) => new(ranks.Rank, ranks.Size, ranks.Shares ?? ranks.Size);

    /// <summary>The number of shares.</summary>
    public int Shares { get; }

    /// <summary>This rank.</summary>
    public int Rank { get; }

    /// <summary>The number of ranks.</summary>
    public int Size { get; }

    /// <summary>The levels of the tree above the shares.</summary>
    public int Levels { get; }

    /// <summary>The root of the tree.</summary>
    public ShareNode Root => new(Levels, 0);

    /// <summary>For each rank, the largest nodes all of whose shares it has, in their order.</summary>
    public ImmutableArray<ImmutableArray<ShareNode>> Nodes { get; }

    /// <summary>The most shares that a rank has.</summary>
    public int MostOfARank => (Shares - 1) / Size + 1;

    /// <summary>The shares of this rank.</summary>
    public IEnumerable<int> OwnShares => Enumerable.Range(FirstShareOf(Rank), FirstShareOf(Rank + 1) - FirstShareOf(Rank));

    /// <summary>The first share of a rank; the first ranks have one more where they do not divide.</summary>
    public int FirstShareOf(int rank) => RowSplit.EqualStart(Shares, rank, Size);

    /// <summary>The rows of a share, of so many in the batch: none where there are fewer rows than shares.</summary>
    public Range RowsOfShare(int share, int rows) => RowSplit.EqualStart(rows, share, Shares)..RowSplit.EqualStart(rows, share + 1, Shares);

    /// <summary>The rank of a share.</summary>
    public int RankOf(int share)
    {
        int rank = (int)((long)share * Size / Shares);
        while (FirstShareOf(rank) > share)
            rank--;
        while (FirstShareOf(rank + 1) <= share)
            rank++;
        return rank;
    }

    /// <summary>Divides rows: for each share its first row, and behind them their number.</summary>
    public void Divide(int rows, Span<int> starts)
    {
        for (int share = 0; share <= Shares; share++)
            starts[share] = RowSplit.EqualStart(rows, share, Shares);
    }

    /// <summary>The rows of this rank, of so many in the batch.</summary>
    public Range OwnRows(int rows) => RowSplit.EqualStart(rows, FirstShareOf(Rank), Shares)..RowSplit.EqualStart(rows, FirstShareOf(Rank + 1), Shares);

    /// <summary>Whether there is a node: its first share exists.</summary>
    public bool Has(ShareNode node) => (long)node.Index << node.Level < Shares;

    /// <summary>The shares of a node.</summary>
    private (int First, int End) SharesOf(ShareNode node) => (node.Index << node.Level, (int)Math.Min(Shares, (long)(node.Index + 1) << node.Level));

    private IEnumerable<ShareNode> Whole(int first, int end)
    {
        var open = new Stack<ShareNode>([Root]);
        while (open.TryPop(out ShareNode node))
        {
            (int from, int to) = SharesOf(node);
            if (from >= end || to <= first)
                continue;
            if (from >= first && to <= end)
            {
                yield return node;
                continue;
            }

            if (Has(node.Right))
                open.Push(node.Right);
            open.Push(node.Left);
        }
    }
}

/// <summary>A node of the tree that shares are summed in.</summary>
/// <param name="Level">The level, 0 for a share.</param>
/// <param name="Index">Its number in the level.</param>
internal readonly record struct ShareNode(int Level, int Index)
{
    public ShareNode Left => new(Level - 1, 2 * Index);

    public ShareNode Right => new(Level - 1, 2 * Index + 1);
}
