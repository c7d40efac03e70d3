"""The command line's own words, in English and Korean."""

from __future__ import annotations

from typing import Literal

__all__ = ["TEXT", "Lang"]

Lang = Literal["en", "ko"]

TEXT: dict[str, dict[str, str]] = {
    "en": {
        "levels": "{runs} runs per scenario, seed {seed}, {first} to {last}",
        "level": "{runs} run per scenario, seed {seed}, {first} to {last}",
        "cells": "median ±error (5–95% of runs)",
        "outcome": "outcome",
        "against": "{name} against {control}: what the change does, run by run",
        "difference": "mean difference [95% CI]",
        "spread": "5–95% of runs",
        "agree": "agree",
        "legend": (
            "Difference: mean over {pairs} pairs of runs that share their luck, with"
            " its 95% Monte Carlo interval (more runs narrow it). 5–95% of runs: how"
            " unlike the futures are (more runs do not). Agree: share of runs whose"
            " difference has the sign of the mean, with its error."
        ),
        "errors": (
            "±: MONTE CARLO ERROR, how far the 95% interval of the median or share"
            " reaches; it comes of having {runs} runs, and more narrow it."
            " (a–b): SPREAD, between which 5% and 95% of the futures lie; more runs do"
            " not narrow it. Digits are those that the errors support."
        ),
        "few": (
            "Fewer than {fewest} runs: the ends of the spread (5% and 95%) have no"
            " error that can be told; ask for more --runs."
        ),
        "until": "{names}, as long as the precision needs, {most} runs at most",
        "precise": "Precise enough after {runs} runs of each scenario ({looks}).",
        "imprecise": (
            "NOT precise enough: stopped at {runs} runs of each scenario, the most"
            " allowed ({looks}); by what is seen so far it takes about {needed}"
            " (--most-runs)."
        ),
        "looks": "looked at after {looks}",
        "unvarying": "Nothing that was asked for varies.",
        "mean of": "  mean of {outcome}: {value}, asked ±{asked}",
        "difference of": "  {scenario}, mean difference of {outcome}: {value},"
        " asked ±{asked}",
        "none": "No effect at all, in any run, on: {names}.",
        "nothing": (
            "Warning: {name} differs from {control} in no outcome of any run. Your"
            " change had no effect: see what differs with"
            " 'dilemma diff {control} {name}'."
        ),
        "more": (
            "{n} more outcomes are in table.csv of the result, and in table.txt"
            " beside the charts."
        ),
        "single": "One run only: its numbers are one future, not a distribution.",
        "period": "period",
        "line": "what a run must show",
        "shown": "runs that do",
        "interval": "95% interval",
        "use": "used for",
        "of runs": " of {n}",
        "development": "development",
        "reported": "reported only",
        "quantity": "a year",
        "model": "model: mean ±error (5–95% of runs)",
        "record": "on record",
        "variant": "variant",
        "talks 2018-19": "talks open 2018-19",
        "complete 2020": "complete by 2020",
        "median": "median month [95% CI]",
        "as it is": "as it is",
        "technology frozen": "technology frozen",
        "technology slower": "technology slower",
        "Washington closed": "Washington closed",
        "hardship ignored": "hardship ignored",
        "history legend": (
            "{runs} runs of the scenario historical, seed {seed}, first guesses. From"
            " outside come only governments, the invasion and the closed border."
            " Checks that look past 2020 are reported only. 95% intervals and ±: Monte"
            " Carlo error, which more runs narrow. 5–95% of runs: spread, which they do"
            " not."
        ),
        "claim": "claim, and what is read off",
        "claimed": "claimed",
        "effect": "effect, SD",
        "beyond": "points beyond",
        "reading": "read off",
        "verdict": "verdict",
        "premise": "premise",
        "premise against": "premise against",
        "supported": "supported",
        "contradicted": "contradicted",
        "raises": "raises",
        "lowers": "lowers",
        "no effect": "no effect",
        "unsettled": "unsettled",
        "conditional": "conditional",
        "status stated": "stated",
        "status hedged": "hedged",
        "status reported": "reported",
        "status inferred": "inferred",
        "paper": "Paper {source} ({status})",
        "claims title": "What the papers claim, and where it holds",
        "claims": "{n} claims",
        "claims made": (
            "{points} points of the plausible parameter space, {lucks} paired runs at"
            " each of every arm, seed {seed}."
        ),
        "claims legend": (
            "Effect: trimmed mean over points, in standard deviations that luck"
            " alone gives the control, ± half of its 95% interval. Points beyond:"
            " share of space where the effect is above (↑) or below (↓) the"
            " smallest that matters, with luck's noise taken out. Premise: one sign"
            " at over 99% of points, so true of the model by construction."
            " Supported, contradicted: over 80% beyond. No effect: over 80% inside."
            " Else conditional, with the rule that decides where, if a short one"
            " does; unsettled: more runs are needed. Chances of being wrong are"
            " corrected over the table (Holm)."
        ),
        "holds where": (
            "holds where {rule} (right at {accuracy:.0%} of points not used for it;"
            " the commoner answer alone: {majority:.0%})"
        ),
        "rises where": (
            "rises where {rule} (right at {accuracy:.0%} of points not used for it;"
            " the commoner answer alone: {majority:.0%})"
        ),
        "leans up": (
            "no short rule; the effect rises most with {what} (rank correlation"
            " {correlation:+.2f})"
        ),
        "leans down": (
            "no short rule; the effect falls most with {what} (rank correlation"
            " {correlation:+.2f})"
        ),
        "many things": "no short rule, and nothing that it leans on by itself",
        "record says": "Data to 2020 say otherwise: {what}",
        "note says": "Note: {what}",
        "phases": "{n} phase diagrams",
        "phases made": (
            "Other parameters at first guesses; {lucks} paired runs a cell, seed"
            " {seed}."
        ),
        "loops": "27 feedback loops",
        "loop": "loop",
        "papers": "papers",
        "gain": "gain (95% interval)",
        "region": "amplifies at",
        "reinforcing": "reinforcing",
        "balancing": "balancing",
        "amplifies": "amplifies",
        "damps": "damps",
        "no measurable feedback": "not measurable",
        "loop legend": (
            "{runs} paired runs an arm, seed {seed}, first guesses. Gain: response of"
            " the loop's first series to a nudge, over its response with one link of"
            " the loop cut, less 1. Not measurable: it includes 0, or nothing arrives."
            " Amplifies at: share of {points} plausible points, with its Monte Carlo"
            " error, for loops that surprise."
        ),
        "attributed": "{what} [{unit}], {scenario}: what is owed to which mechanism",
        "attributed effect": (
            "what {cause} does to {what} [{unit}], {scenario}: by which mechanism"
        ),
        "mechanism": "mechanism",
        "adds": "adds ± 95%",
        "of total": "of the difference",
        "all off": "all of them off",
        "all on": "all of them on",
        "total": "difference: the sum",
        "never": "0, no run changes",
        "pair": "pair",
        "more together": "adds more together ± 95%",
        "named effect": "{effect}: {value} ± {reach}",
        "attribution legend": (
            "{runs} runs, seed {seed}, the same luck in each. Adds: a Shapley value,"
            " what switching the mechanism on adds to those already on, averaged over"
            " all orders of switching on, with its 95% Monte Carlo interval; the values"
            " add up to the difference. It hangs on which mechanisms are in the list,"
            " and it is an average over orders: not what is lost when this one alone"
            " is switched off, and no cause found in the world. A share can be below"
            " 0% or above 100%, and is left out where the difference may be 0."
        ),
        "attribution pairs": (
            "Together: by how much one adds more where the other is on, averaged"
            " likewise; the largest of {many} pairs whose interval excludes 0."
        ),
        "attribution sampled": (
            "{orders} random orders, two in each run, one the reverse of the other;"
            " intervals cover the luck of the order as well."
        ),
        "running": "running {names}",
        "done": "Result in {folder}",
        "again": "{folder} is there already, complete and from the same inputs.",
        "interrupted": "interrupted; nothing was left behind",
        "name": "name",
        "question": "question",
        "tags": "tags",
        "value": "value",
        "range": "range",
        "unit": "unit",
        "basis": "basis",
        "source": "source",
        "meaning": "meaning",
        "symbol": "symbol",
        "kind": "kind",
        "default": "first guess",
        "counts": (
            "{n} numbers: {measured} measured, {estimated} estimated, {assumed} assumed"
        ),
        "same": "no difference once resolved",
        "absent": "(not there)",
        "valid": "{file}: valid",
        "equal": "{name}: equal bit for bit",
        "unequal": "{name}: different ({what})",
        "all equal": "The numbers are equal bit for bit.",
        "not equal": "The numbers are not equal.",
        "changed": "What changed since: {what}.",
        "made by": "Made by {what}.",
        "row same": "{name}, run {row}: identical ({what})",
        "row whole": "{outcomes} outcomes, {series} series over {months} months",
        "row outcomes": (
            "{outcomes} outcomes; its series were not kept, only those of the runs"
            " 0 to {last}"
        ),
        "row differs": (
            "{name}, run {row}: first difference in {where}: saved {saved}, now {new}"
        ),
        "row spoilt": "Saved tables that were changed since: {files}.",
        "fork": (
            "One past: run {row} of {name} to the end of {month}, seed {seed};"
            " {runs} futures each, {first} to {last}"
        ),
        "fork legend": (
            "The first future goes on with the run's own luck; the others get new luck"
            " from {first}, the same under every scenario. Outcomes count from {first}."
            " The spread is how much was still open."
        ),
        "fork saved": "The past of run {row} of {name} to the end of {month}: {file}",
        "fork no line": (
            "The past is itself a fork: the chart begins with its month, as the earlier"
            " ones do not come of its scenario."
        ),
        "past of": "past of {name}",
        # why
        "replaying": "replaying row {row} of {name}",
        "whose run": "{name}, row {row}, seed {seed}: one run under assumptions",
        "why read": "What was read",
        "why term": "term",
        "why argument": "argument",
        "why sum": "sum {unit}",
        "why zero": "0 each: {names}",
        "why without": "if it were 0",
        "why together": (
            "One formula weighs these together; the last column says what it would"
            " give if one of them were 0."
        ),
        "why option": "option",
        "why utility": "utility",
        "why chance": "chance",
        "why luck": "taken if luck is",
        "why drawn": "The month's luck, a draw between 0 and 1: {luck}",
        "why would": "no decision was due: this is what would have come of one",
        "why deeper": "One step further back",
        "why behind": "behind “{term}”",
        "why before": "a month before",
        "why nothing behind": "Nothing further back: the largest terms rest on"
        " parameters, or on the start.",
        "why flips": "What would have turned it, all else and luck as they were",
        "why flips none": "None of these alone, within its bounds: {names}.",
        "why no flips": "Nothing here was decided by a chance against luck.",
        "why ours": "[…]: references.bib; M: the register of mechanisms; ours: the"
        " model's own assumption",
        # sweeps
        "futures": "futures",
        "sweep size": (
            "{points} points ({kind}) × {replicates} replicates = {futures} futures of"
            " {months} months, in {parts} parts; still to be run here: {todo}"
        ),
        "sweep cost": (
            "By a short trial, this takes about {time} with --workers {workers},"
            " {memory} of memory and {disk} of the disk."
        ),
        "sweep cost cluster": (
            "By a short trial here, this takes about {time} on {workers} workers of the"
            " cluster, {memory} of memory for each and {disk} of this disk."
        ),
        "cluster waiting": "No worker has joined the cluster yet; waiting for one.",
        "cluster processors": (
            "Warning: processors of the cluster differ in what NumPy uses of them, so"
            " last digits may differ from those of one machine."
        ),
        "sweep go": "Go on? [y/N] ",
        "sweep not": "Nothing was run.",
        "sweep failed": "{parts} parts could not be run and will be tried again:",
        "sweep missing": (
            "Missing: {n} of {all} futures, in {parts} parts. The same command runs"
            " them; 'dilemma merge' puts shares together."
        ),
        "sweep no table": (
            "{file} is not written as long as futures are missing; once all are there,"
            " the same command writes it."
        ),
        "sweep legend": (
            "Mean and 5–95% are over all points and luck together: of what was asked"
            " about, not of what is likely. No number: futures that were run and gave"
            " none."
        ),
        "mean": "mean",
        "spread of all": "5–95%",
        "failed": "no number",
        "hours": "{n} hours",
        "minutes": "{n} minutes",
        "seconds": "{n} s",
        "design grid": "grid",
        "design list": "list",
        "design latin": "latin hypercube",
        "design sobol": "Sobol",
        "design morris": "Morris",
        "design one_at_a_time": "one at a time",
        # forecasts
        "forecast of": "forecast of",
        "targets": "targets",
        "crps": "CRPS",
        "error of median": "error of median",
        "bias": "bias",
        "in_50": "in 50%",
        "in_90": "in 90%",
        "rival": "rival",
        "skill": "skill",
        "not on record": "{n} of {all} targets are not on record and are left out.",
        "score legend": (
            "CRPS: mean distance of the forecast from what happened, in the unit; 0 is"
            " best. Error, bias: of the forecast's median. In 50%, in 90%: how often"
            " the central interval held what happened; it should be as often as that."
        ),
        "skill legend": (
            "Skill: 1 less the ratio of the CRPS to that of {rival}; above 0 is better"
            " than it, below 0 worse."
        ),
        # calibration
        "calibrating": "Calibrating, lens {lens}",
        "calibrated": (
            "Lens {lens}: of {all} numbers {parameters} matter most to the targets and"
            " were varied; {left} of their space is not ruled out; {runs} histories of"
            " 2012 to 2020 were run there and weighed by how much they are like the"
            " record."
        ),
        "sample": "Effective sample: {n} histories.",
        "sample small": (
            "FEWER than {enough}: what follows hangs on a handful of histories; take it"
            " as a first look only."
        ),
        "target": "target",
        "before": "before",
        "after": "weighed",
        "worst gap": "largest gap, in tolerances",
        "out of reach": "out of reach",
        "parameter": "parameter",
        "first guess": "first guess",
        "fitted": "weighed (90%)",
        "told": "the record tells",
        "told much": "much",
        "told little": "little",
        "told none of": "The record tells nothing of: {names}.",
        "calibration legend": (
            "Before, weighed: mean squared distance from the record in tolerances, of"
            " the median history and of all by weight; about 1 is as near as is asked."
            " Outcomes after 2020 are not looked at."
        ),
        "hindcast origin": "Fitted to {first}–{origin}, forecast to 2020:",
        "skill climatology": "skill: any past figure",
        "skill persistence": "skill: last year's",
        "skill negative_binomial": "skill: negative binomial",
        "skill random_walk": "skill: random walk",
        "hindcast legend": (
            "CRPS: mean distance from what happened, in the unit. In 50%, in 90%: how"
            " often the central interval held it. Skill: 1 less the ratio of the CRPS"
            " to that of a forecast that knows no theory; below 0 the model is worse."
        ),
        "fact": "fact",
        "histories": "histories (95%)",
        "fitted to": "fitted",
        "shown at all": "shown",
        "shown yes": "reproduced",
        "shown partly": "partly",
        "shown no": "NOT",
        "shown ": "no figure",
        "untested": "On record, but without a counterpart in the model:",
        "lens": "lens",
        "sum": "sum",
        "shuffled": (
            "Of {n} records that never happened, with the years of launches and tests"
            " in"
            " another order, {share} are fitted at least as well as the real one."
        ),
        "validation legend": (
            "Histories: simulated ones of 2012 to 2020, by weight. Reproduced: the"
            " record"
            " is inside their middle half; partly: inside 95%. Fitted: a target of the"
            " calibration says much the same. Lenses: how well the years left out of"
            " the"
            " weights are foreseen, higher is better, ± the error of a finite pool; a"
            " difference within it says nothing. Nothing here looks past 2020."
        ),
        "course fitted": "Histories weighed by 2012 to 2020, and what happened",
        "course foreseen": (
            "Histories weighed by the years to {origin}, and what followed"
        ),
        "course footer": (
            "What follows from assumptions, weighed by the record to 2020. Not a"
            " forecast."
        ),
        "forecasting": "Years after {origin}",
        "forecast of its own": (
            "What follows from assumptions that fit 2012 to 2020: no prediction."
            " 'dilemma"
            " score' holds it against what happened."
        ),
        # sensitivity
        "drivers of": "what drives {folder}",
        "drives": "What drives it — {what} [{unit}]",
        "drives in time": "What drives it, year by year — {what}: {index}",
        "drives in short": "What drives it — {what}",
        "drivers made": "{points} points ({kind}) × {replicates}, seed {seed}",
        "factor": "factor",
        "floor": "if without effect",
        "index ST": "total [95%]",
        "index S1": "alone [95%]",
        "index S2": "only together [95%]",
        "index mu_star": "μ* [95%]",
        "index sigma": "σ [95%]",
        "index pawn": "PAWN [95%]",
        "index delta": "delta [95%]",
        "leading morris": "μ* [{unit}]",
        "leading sobol": "total index",
        "leading pawn": "PAWN index",
        "leading delta": "delta index",
        "index low_end": "low end: does [95%]",
        "index high_end": "high end: does [95%]",
        "driver moves": "moves it",
        "driver unclear": "cannot be told from nothing",
        "driver none": "moved nothing at all",
        "driver counts": (
            "Of {all} factors {moves} move it, {unclear} cannot be told from nothing,"
            " {none} moved nothing at all."
        ),
        "driver rest": "{n} more factors are in the CSV (--csv).",
        "method morris": "Morris",
        "method sobol": "Sobol",
        "method pawn": "PAWN",
        "method delta": "delta",
        "method tornado": "tornado",
        "as asked": "Method: {method}, as asked, of a design of the kind {kind}.",
        "as made": "Method: {method}, for which this design ({kind}) was made.",
        "as allowed": (
            "Method: {method}; this design ({kind}) was made for no method of its own."
        ),
        "also": "It also allows: {names} (--method).",
        "no other": "It allows no other.",
        "against base": "difference from the base point",
        "against all": "difference from the mean of all points",
        "luck share": (
            "Luck: {share} [{low}, {high}] of the variance of all futures of this"
            " design; the factors: the rest."
        ),
        "luck in means": (
            "It still makes up {share} of the variance between the means of points."
        ),
        "luck one": "Luck: with one future a point its share cannot be told.",
        "luck none": "Luck: the outcome is the same in all futures.",
        "luck held": (
            "Luck was held: replicate k has the same luck at every point, so what"
            " differs between points is owed to the factors, under these lucks."
        ),
        "luck fresh": (
            "Luck was fresh: every future has luck of its own, so some of what differs"
            " between points is luck; 'if without effect' is what it makes of a factor"
            " that does nothing."
        ),
        "luck fresh one": (
            "Luck was fresh, with one future a point: some of what differs between"
            " points is luck, and how much cannot be told. Verdicts of Morris and Sobol"
            " may take it for an effect; run the sweep with --replicates 2 or more."
        ),
        "luck held in short": "luck held across points",
        "luck fresh in short": "fresh luck in every future",
        "idle": (
            "Moved none of these outcomes in any run ({n}; .*: of every state):"
            " {names}."
        ),
        "idle none": "Every factor moved one of these outcomes in some run.",
        "idle unknown": (
            "Whether a factor moves nothing at all only held luck can show; here it was"
            " fresh."
        ),
        "idle unseen": (
            "Whether a factor moves nothing at all only points that differ in it alone"
            " can show; this design has none."
        ),
        "reading ends from base": (
            "Low and high end: what setting this factor alone to an end of its range"
            " does, all others at the base point (the first guesses); of choices the"
            " lowest and the highest outcome. What factors do together, or elsewhere"
            " in the space, it does not show."
        ),
        "reading ends of space": (
            "Low and high end: the mean over the fifth of the points where the factor"
            " is lowest, and highest, less that of all points; of choices the lowest"
            " and the highest outcome."
        ),
        "reading morris": (
            "μ*: the mean size of what a factor does over its whole range, from many"
            " places in the space. σ: how unlike these effects are; a large one means"
            " that it depends on the other factors, or turns."
        ),
        "reading sobol": (
            "Total: the share of the variance between points that would be left if all"
            " but this factor were known. Alone: the share that would go if it were."
        ),
        "reading pawn": (
            "PAWN: how far the outcome's distribution moves once the factor is known, 0"
            " to 1 (median Kolmogorov-Smirnov distance)."
        ),
        "reading delta": (
            "Delta: the area, 0 to 1, that the outcome's densities with and without"
            " knowing the factor do not share."
        ),
        "reading verdicts": (
            "Moves it: the 95% interval stays above what a factor without effect comes"
            " to (an interval of a tornado: excludes 0). Moved nothing at all: with the"
            " same luck not one run came out differently. Each verdict stands for"
            " itself: among many factors a few seem to move by chance."
        ),
        "sweep next": "What drives these outcomes: {command}",
        # discovery
        "discovering": "looking for boxes in {name}",
        "discover cases": (
            "Cases: {what}{unit}, in {cases} of {futures} futures ({base}), at {points}"
            " points ({kind}) × {replicates} replicates"
        ),
        "what above": "{what} above {bound}",
        "what below": "{what} below {bound}",
        "what highest": "{what} of {bound} or more",
        "what lowest": "{what} of {bound} or less",
        "what not": "not: {what}",
        "discover box": (
            "{what} in {density} of futures with {box}, covering {coverage} of all"
            " such futures."
        ),
        "discover tried": (
            "Out of sample, at {points} points on which nothing was looked for:"
            " {density} [{density_from}–{density_to}] of futures in the box are cases,"
            " {coverage} [{coverage_from}–{coverage_to}] of cases are in it; without"
            " the box {base} are."
        ),
        "verdict holds": "The box holds out of sample.",
        "verdict fades": (
            "The box is better than chance, but LESS than it seemed: in part it fits"
            " the points on which it was found. Trust the figures out of sample."
        ),
        "verdict chance": (
            "Out of sample the box is NO BETTER THAN CHANCE (p = {chance}): it fits the"
            " points on which it was found, and says nothing of others."
        ),
        "verdict none": (
            "NO BOX: no bound on any factor is needed; as far as {points} points tell,"
            " cases are spread as if by chance. More points, or another bound of the"
            " outcome, may tell more."
        ),
        "verdict sparse": (
            "NO BOX is as dense as {wanted}; the densest has {density} and covers"
            " {coverage} of all cases. Ask for a lower --density."
        ),
        "discover shaky": (
            "Shaky: {names}. Fewer than half of the resamples bound them so."
        ),
        "discover held": (
            "Luck is held: replicate k had the same luck at every point, so the box may"
            " hang on that luck."
        ),
        "discover chosen": (
            "Of the boxes that the search offered, the one is taken whose inside goes"
            " best together with the cases (correlation)."
        ),
        "discover dense": (
            "Of the boxes that the search offered with a density of {wanted} or more,"
            " the one is taken that covers most cases."
        ),
        "bound": "bound in the box",
        "quasi-p": "quasi-p: found / out of sample",
        "in halves": "in resamples",
        "spread in halves": "there, 5–95%",
        "discover legend": (
            "Density: share of futures in the box that are cases. Coverage: share of"
            " cases that are in the box. [ ]: 95% interval, for which futures of one"
            " point, or of points drawn together, count once. Quasi-p: how likely so"
            " many cases would be in the box if this bound did nothing; small where it"
            " is needed. In resamples: share of {resamples} searches, each on another"
            " half of the points, that bound the factor so, and where. All of it is"
            " about what was varied, over the ranges asked for: no probability of a"
            " future."
        ),
    },
    "ko": {
        "levels": "시나리오당 {runs}회 실행, 시드 {seed}, {first}–{last}",
        "level": "시나리오당 {runs}회 실행, 시드 {seed}, {first}–{last}",
        "cells": "중앙값 ±오차 (실행의 5–95%)",
        "outcome": "결과",
        "against": "{control} 대비 {name}: 변화가 실행마다 한 일",
        "difference": "평균 차이 [95% 신뢰구간]",
        "spread": "실행의 5–95%",
        "agree": "부호 일치",
        "legend": (
            "차이: 같은 운을 나눈 실행 {pairs}쌍의 평균과 95% 몬테카를로 구간"
            "(실행을 늘리면 좁아진다). 실행의 5–95%: 미래들이 서로 얼마나 다른가"
            "(실행을 늘려도 좁아지지 않는다). 부호 일치: 차이의 부호가 평균과 같은"
            " 실행의 비율과 그 오차."
        ),
        "errors": (
            "±: 몬테카를로 오차. 중앙값이나 비율의 95% 구간이 미치는 거리로,"
            " 실행이 {runs}회에 그친 데서 오며 실행을 늘리면 줄어든다."
            " (a–b): 산포. 미래들의 5%와 95%가 놓이는 범위로, 실행을 늘려도 줄지"
            " 않는다. 자릿수는 오차가 뒷받침하는 데까지만 적는다."
        ),
        "few": (
            "실행이 {fewest}회 미만이어서 산포의 양 끝(5%와 95%)은 오차를 말할 수"
            " 없습니다: --runs를 늘리십시오."
        ),
        "until": "{names}, 요구한 정밀도에 이를 때까지, 많아야 {most}회",
        "precise": (
            "시나리오당 {runs}회 실행으로 요구한 정밀도에 이르렀습니다({looks})."
        ),
        "imprecise": (
            "요구한 정밀도에 이르지 못했습니다: 허용된 상한인 시나리오당 {runs}회에서"
            " 멈췄습니다({looks}). 지금까지로 보아 약 {needed}회가"
            " 필요합니다(--most-runs)."
        ),
        "looks": "{looks}회 뒤에 점검",
        "unvarying": "정밀도를 요구한 결과 가운데 변하는 것이 없습니다.",
        "mean of": "  {outcome}의 평균: {value}, 요구 ±{asked}",
        "difference of": "  {scenario}, {outcome}의 평균 차이: {value}, 요구 ±{asked}",
        "none": "어떤 실행에서도 전혀 영향이 없음: {names}.",
        "nothing": (
            "경고: {name}은(는) 어떤 실행의 어떤 결과에서도 {control}과(와) 다르지"
            " 않습니다. 바꾼 것이 효과가 없었습니다: 무엇이 다른지"
            " 'dilemma diff {control} {name}'로 보십시오."
        ),
        "more": (
            "그 밖의 결과 {n}개는 결과 폴더의 table.csv와 차트 옆의"
            " table.txt에 있습니다."
        ),
        "single": "실행이 하나뿐입니다: 분포가 아니라 하나의 미래입니다.",
        "period": "시기",
        "line": "실행이 보여야 할 것",
        "shown": "보인 실행",
        "interval": "95% 구간",
        "use": "용도",
        "of runs": " ({n}회 중)",
        "development": "개발",
        "reported": "보고만",
        "quantity": "연간",
        "model": "모형: 평균 ±오차 (실행의 5–95%)",
        "record": "기록",
        "variant": "변형",
        "talks 2018-19": "2018-19년 대화 개시",
        "complete 2020": "2020년까지 완성",
        "median": "중앙값 달 [95% 신뢰구간]",
        "as it is": "그대로",
        "technology frozen": "기술 동결",
        "technology slower": "기술 지연",
        "Washington closed": "닫힌 워싱턴",
        "hardship ignored": "경제난 무시",
        "history legend": (
            "historical 시나리오 {runs}회 실행, 시드 {seed}, 첫 추정값. 밖에서"
            " 주어지는 것은 정부, 침공, 국경 봉쇄뿐이다. 2020년 이후를 보는 검사는"
            " 보고만 한다. 95% 구간과 ±는 몬테카를로 오차로 실행을 늘리면 줄어든다."
            " 실행의 5–95%는 산포로 실행을 늘려도 줄지 않는다."
        ),
        "claim": "주장과 읽는 것",
        "claimed": "주장된 부호",
        "effect": "효과, SD",
        "beyond": "넘는 지점",
        "reading": "측정 대상",
        "verdict": "판정",
        "premise": "전제",
        "premise against": "반대 전제",
        "supported": "지지",
        "contradicted": "반박",
        "raises": "높인다",
        "lowers": "낮춘다",
        "no effect": "효과 없음",
        "unsettled": "미결",
        "conditional": "조건부",
        "status stated": "명시",
        "status hedged": "유보",
        "status reported": "전언",
        "status inferred": "추론",
        "paper": "논문 {source} ({status})",
        "claims title": "논문의 주장과 그것이 성립하는 곳",
        "claims": "주장 {n}개",
        "claims made": (
            "그럴듯한 모수 공간의 {points}개 지점, 지점마다 갈래별 짝지은 실행"
            " {lucks}회, 시드 {seed}."
        ),
        "claims legend": (
            "효과: 지점의 절사평균. 단위는 운만으로 대조군에 생기는 표준편차이며"
            " ±는 95% 구간의 절반이다. 넘는 지점: 효과가 의미 있는 최소 크기보다"
            " 큰(↑) 또는 작은(↓) 공간의 비율로, 운의 잡음을 걷어낸 값이다. 전제:"
            " 지점의 99% 넘게 부호가 같아 모형의 구성상 참이다. 지지·반박: 80% 넘게"
            " 최소 크기를 벗어난다. 효과 없음: 80% 넘게 그 안에 있다. 그 밖은"
            " 조건부이며, 짧은 규칙이 있으면 성립하는 곳을 적는다. 미결: 실행이 더"
            " 필요하다. 틀릴 확률은 표 전체에 대해 보정했다(홀름)."
        ),
        "holds where": (
            "성립하는 곳: {rule} (규칙을 만들 때 쓰지 않은 지점의 {accuracy:.0%}에서"
            " 맞음; 더 흔한 답만으로는 {majority:.0%})"
        ),
        "rises where": (
            "높아지는 곳: {rule} (규칙을 만들 때 쓰지 않은 지점의 {accuracy:.0%}에서"
            " 맞음; 더 흔한 답만으로는 {majority:.0%})"
        ),
        "leans up": (
            "짧은 규칙은 없음; 효과는 {what}이(가) 클수록 가장 크다(순위상관"
            " {correlation:+.2f})"
        ),
        "leans down": (
            "짧은 규칙은 없음; 효과는 {what}이(가) 클수록 가장 작다(순위상관"
            " {correlation:+.2f})"
        ),
        "many things": "짧은 규칙도, 단독으로 좌우하는 것도 없음",
        "record says": "2020년까지의 자료는 다르다: {what}",
        "note says": "참고: {what}",
        "phases": "상도표 {n}개",
        "phases made": (
            "다른 모수는 첫 추정값; 칸마다 짝지은 실행 {lucks}회, 시드 {seed}."
        ),
        "loops": "되먹임 고리 27개",
        "loop": "고리",
        "papers": "논문",
        "gain": "이득 (95% 구간)",
        "region": "증폭하는 점",
        "reinforcing": "강화",
        "balancing": "균형",
        "amplifies": "증폭",
        "damps": "감쇠",
        "no measurable feedback": "측정되지 않음",
        "loop legend": (
            "갈래마다 {runs}개의 짝지은 실행, 시드 {seed}, 첫 추정값. 이득: 작은 자극에"
            " 대한 고리 첫 계열의 반응을, 고리의 한 연결을 끊었을 때의 반응으로 나누고"
            " 1을 뺀 값. 측정되지 않음: 구간이 0을 포함하거나 끝까지 오지 않음."
            " 증폭하는 점: 뜻밖의 고리에 대해, 그럴듯한 모수 {points}점 가운데의 비율과"
            " 그 몬테카를로 오차."
        ),
        "attributed": "{what} [{unit}], {scenario}: 어느 기제의 몫인가",
        "attributed effect": (
            "{cause} → {what} [{unit}], {scenario}: 효과가 어느 기제를 거치는가"
        ),
        "mechanism": "기제",
        "adds": "더하는 몫 ± 95%",
        "of total": "전체 차이 대비",
        "all off": "모두 껐을 때",
        "all on": "모두 켰을 때",
        "total": "전체 차이(몫의 합)",
        "never": "0, 모든 실행에서 변화 없음",
        "pair": "쌍",
        "more together": "함께일 때 더해지는 몫 ± 95%",
        "named effect": "{effect}: {value} ± {reach}",
        "attribution legend": (
            "{runs}회 실행, 시드 {seed}, 모든 조합에 같은 운. 더하는 몫: 섀플리 값."
            " 이미 켜진 기제들에 그 기제를 더 켤 때 늘어나는 양을 켜는 순서 전체에 걸쳐"
            " 평균한 것이며, ±는 95% 몬테카를로 구간이다. 모두 합하면 전체 차이와 같다."
            " 어떤 기제를 함께 놓느냐에 따라 달라지는 평균이므로, 그 기제 하나만 껐을"
            " 때 사라지는 양도, 현실에서 찾아낸 원인도 아니다. 비율은"
            " 0%보다 작거나 100%보다 클 수 있고, 전체 차이가 0일 수 있으면 적지 않는다."
        ),
        "attribution pairs": (
            "함께일 때: 한 기제가 켜져 있으면 다른 기제가 얼마나 더 더하는가를 같은"
            " 방식으로 평균한 값. {many}쌍 가운데 구간이 0을 포함하지 않는 큰 것들."
        ),
        "attribution sampled": (
            "실행마다 무작위 순서 하나와 그 역순, 모두 {orders}개의 순서. 구간에는"
            " 순서를 뽑은 운도 들어 있다."
        ),
        "running": "실행 중: {names}",
        "done": "결과: {folder}",
        "again": "{folder}: 같은 입력의 완전한 결과가 이미 있습니다.",
        "interrupted": "중단됨; 남은 파일 없음",
        "name": "이름",
        "question": "질문",
        "tags": "꼬리표",
        "value": "값",
        "range": "범위",
        "unit": "단위",
        "basis": "근거",
        "source": "출처",
        "meaning": "뜻",
        "symbol": "기호",
        "kind": "종류",
        "default": "초깃값",
        "counts": "숫자 {n}개: 측정 {measured}, 추정 {estimated}, 가정 {assumed}",
        "same": "풀어 쓰면 차이가 없음",
        "absent": "(없음)",
        "valid": "{file}: 올바름",
        "equal": "{name}: 비트까지 같음",
        "unequal": "{name}: 다름 ({what})",
        "all equal": "숫자가 비트까지 같습니다.",
        "not equal": "숫자가 같지 않습니다.",
        "changed": "그 뒤 바뀐 것: {what}.",
        "made by": "이 결과를 만든 판: {what}.",
        "row same": "{name}, {row}번 실행: 똑같음 ({what})",
        "row whole": "결과 {outcomes}개, {months}개월에 걸친 계열 {series}개",
        "row outcomes": (
            "결과 {outcomes}개; 계열은 0–{last}번 실행의 것만 남아 있어 견주지 못함"
        ),
        "row differs": (
            "{name}, {row}번 실행: 처음 달라지는 곳은 {where}: 저장된 값 {saved},"
            " 새 값 {new}"
        ),
        "row spoilt": "저장된 뒤에 바뀐 표: {files}.",
        "fork": (
            "하나의 과거: {name} 시나리오의 {row}번 실행, {month} 말까지(시드 {seed});"
            " 시나리오마다 미래 {runs}개, {first}–{last}"
        ),
        "fork legend": (
            "첫 번째 미래는 이 실행의 운을 그대로 이어 가고, 나머지는 {first}부터 새"
            " 운을 받는다. 새 운은 모든 시나리오에서 같다. 결과는 {first}부터 센다."
            " 산포는 아직 열려 있던 폭이다."
        ),
        "fork saved": "{name} 시나리오 {row}번 실행의 {month} 말까지의 과거: {file}",
        "fork no line": (
            "이 과거는 이미 한 번 갈라져 나온 것이어서, 그 이전 달은 시나리오만으로"
            " 되살릴 수 없다. 그림은 갈라진 달부터 시작한다."
        ),
        "past of": "{name}의 과거",
        "replaying": "{name}의 {row}번 실행을 다시 돌리는 중",
        "whose run": "{name}, {row}번 실행, 시드 {seed}: 가정 아래의 한 실행",
        "why read": "읽은 것",
        "why term": "항",
        "why argument": "논거",
        "why sum": "합 {unit}",
        "why zero": "모두 0: {names}",
        "why without": "0이라면",
        "why together": (
            "하나의 식이 이들을 함께 저울질한다. 마지막 열은 그 가운데 하나만 0이었을"
            " 때의 값이다."
        ),
        "why option": "선택지",
        "why utility": "효용",
        "why chance": "확률",
        "why luck": "택해지는 운의 범위",
        "why drawn": "이달의 운(0과 1 사이의 추첨): {luck}",
        "why would": "실제로 정할 차례가 아니었다. 정했다면 나왔을 결과이다",
        "why deeper": "한 걸음 더 뒤로",
        "why behind": "‘{term}’의 배경",
        "why before": "한 달 전",
        "why nothing behind": "더 뒤로 따라갈 것이 없다. 가장 큰 항들은 모수나"
        " 출발점에서 온다.",
        "why flips": "결과를 뒤집었을 변화(나머지와 운은 그대로)",
        "why flips none": "한계 안에서 그것만으로는 뒤집지 못하는 것: {names}.",
        "why no flips": "여기에는 확률과 운으로 정해진 것이 없다.",
        "why ours": "[…]: references.bib, M: 기제 목록, 모형의 가정: 논문에 없는"
        " 모형 자체의 가정",
        # sweeps
        "futures": "미래",
        "sweep size": (
            "{points}개 지점({kind}) × 반복 {replicates}회 = {months}개월짜리 미래"
            " {futures}개, {parts}묶음. 여기서 더 돌릴 미래: {todo}개"
        ),
        "sweep cost": (
            "짧은 시험으로 어림하면 약 {time}(--workers {workers}), 메모리 {memory},"
            " 디스크 {disk}가 필요합니다."
        ),
        "sweep cost cluster": (
            "이 컴퓨터에서 짧게 시험해 어림하면 클러스터의 작업자 {workers}개로 약"
            " {time}, 작업자마다 메모리 {memory}, 이 디스크 {disk}가 필요합니다."
        ),
        "cluster waiting": "클러스터에 아직 작업자가 없어 하나가 들어오기를"
        " 기다립니다.",
        "cluster processors": (
            "주의: 클러스터의 프로세서마다 NumPy가 쓰는 기능이 달라, 마지막 자릿수가"
            " 한 컴퓨터에서 돌린 값과 다를 수 있습니다."
        ),
        "sweep go": "계속할까요? [y/N] ",
        "sweep not": "아무것도 실행하지 않았습니다.",
        "sweep failed": "{parts}묶음을 돌리지 못했습니다. 다음에 다시 시도합니다:",
        "sweep missing": (
            "아직 없는 미래: {all}개 가운데 {n}개({parts}묶음). 같은 명령을 다시 내리면"
            " 나머지를 돌리고, 나누어 돌린 몫은 'dilemma merge'로 합칩니다."
        ),
        "sweep no table": (
            "{file}는 빠진 미래가 있는 동안은 쓰지 않습니다. 모두 갖춘 뒤 같은 명령을"
            " 내리면 씁니다."
        ),
        "sweep legend": (
            "평균과 5–95%는 모든 지점과 운을 한데 모은 것으로, 물어본 범위의 값이지"
            " 일어날 법한 정도가 아니다. 값 없음: 실행했으나 수를 내지 못한 미래."
        ),
        "mean": "평균",
        "spread of all": "5–95%",
        "failed": "값 없음",
        "hours": "{n}시간",
        "minutes": "{n}분",
        "seconds": "{n}초",
        "design grid": "격자",
        "design list": "목록",
        "design latin": "라틴 하이퍼큐브",
        "design sobol": "소볼",
        "design morris": "모리스",
        "design one_at_a_time": "하나씩",
        # forecasts
        "forecast of": "예측한 것",
        "targets": "대상",
        "crps": "CRPS",
        "error of median": "중앙값 오차",
        "bias": "치우침",
        "in_50": "50% 안",
        "in_90": "90% 안",
        "rival": "비교 예측",
        "skill": "기량",
        "not on record": "대상 {all}개 가운데 {n}개는 기록에 없어 뺐습니다.",
        "score legend": (
            "CRPS: 예측과 실제의 평균 거리(해당 단위), 0이 가장 좋다. 오차와 치우침:"
            " 예측 중앙값의 것. 50% 안, 90% 안: 가운데 구간이 실제를 담은 비율로, 그"
            " 비율과 같아야 한다."
        ),
        "skill legend": (
            "기량: 1에서 {rival}의 CRPS에 대한 비를 뺀 값. 0보다 크면 그보다 낫고"
            " 작으면 못하다."
        ),
        # calibration
        "calibrating": "보정, 렌즈 {lens}",
        "calibrated": (
            "렌즈 {lens}: 수 {all}개 가운데 목표를 가장 크게 움직이는 {parameters}개를"
            " 바꾸었다. 그 공간의 {left}가 배제되지 않았고, 거기서 2012-2020년의 역사"
            " {runs}개를 돌려 기록과 닮은 정도로 무게를 두었다."
        ),
        "sample": "유효 표본: 역사 {n}개.",
        "sample small": (
            "{enough}개보다 적다: 아래 수치는 몇 안 되는 역사에 달려 있으니 처음 훑어본"
            " 것으로만 여길 것."
        ),
        "target": "목표",
        "before": "이전",
        "after": "가중",
        "worst gap": "가장 큰 차이(허용 오차 단위)",
        "out of reach": "닿지 않음",
        "parameter": "모수",
        "first guess": "처음 어림",
        "fitted": "가중(90%)",
        "told": "기록이 말해 주는 정도",
        "told much": "많음",
        "told little": "조금",
        "told none of": "기록이 아무것도 말해 주지 않는 것: {names}.",
        "calibration legend": (
            "이전, 가중: 기록과의 평균 제곱 거리(허용 오차 단위)로, 가운데 역사의 것과"
            " 무게를 둔 전체의 것이다. 1 안팎이면 요구한 만큼 가깝다. 2020년 이후의"
            " 결과는 보지 않는다."
        ),
        "hindcast origin": "{first}–{origin}년에 맞추고 2020년까지 예측:",
        "skill climatology": "기량: 과거 아무 값",
        "skill persistence": "기량: 지난해 값",
        "skill negative_binomial": "기량: 음이항",
        "skill random_walk": "기량: 임의보행",
        "hindcast legend": (
            "CRPS: 실제와의 평균 거리(해당 단위). 50% 안, 90% 안: 가운데 구간이 실제를"
            " 담은 비율. 기량: 1에서 이론을 모르는 예측의 CRPS에 대한 비를 뺀 값으로,"
            " 0보다 작으면 모형이 못하다."
        ),
        "fact": "사실",
        "histories": "역사들(95%)",
        "fitted to": "맞춤",
        "shown at all": "재현",
        "shown yes": "재현함",
        "shown partly": "일부",
        "shown no": "못함",
        "shown ": "수치 없음",
        "untested": "기록에는 있으나 모형에 대응하는 것이 없는 사실:",
        "lens": "렌즈",
        "sum": "합",
        "shuffled": (
            "발사와 핵실험의 해를 뒤섞어 만든, 일어난 적 없는 기록 {n}개 가운데"
            " {share}가"
            " 실제 기록만큼 잘 맞는다."
        ),
        "validation legend": (
            "역사들: 2012-2020년을 모의한 것에 무게를 둔 것. 재현함: 기록이 그 가운데"
            " 절반"
            " 안에, 일부: 95% 안에 있다. 맞춤: 보정의 목표가 거의 같은 것을 말한다."
            " 렌즈:"
            " 무게에서 뺀 해를 얼마나 잘 내다보는가로, 클수록 좋고 ±는 표본이 유한한"
            " 데서"
            " 오는 오차이며 그 안의 차이는 아무것도 말하지 않는다. 2020년 이후는 보지"
            " 않는다."
        ),
        "course fitted": "2012-2020년으로 무게를 둔 역사들과 실제",
        "course foreseen": "{origin}년까지로 무게를 둔 역사들과 그 뒤의 실제",
        "course footer": (
            "가정에서 따라 나오는 것에 2020년까지의 기록으로 무게를 둔 것. 예측이"
            " 아니다."
        ),
        "forecasting": "{origin}년 이후",
        "forecast of its own": (
            "2012-2020년에 맞는 가정에서 따라 나오는 것으로, 예언이 아니다. 'dilemma"
            " score'로 실제와 견주어 볼 수 있다."
        ),
        # sensitivity
        "drivers of": "{folder}의 요인 분석",
        "drives": "무엇이 움직이는가 — {what} [{unit}]",
        "drives in time": "해마다 무엇이 움직이는가 — {what}: {index}",
        "drives in short": "무엇이 움직이는가 — {what}",
        "drivers made": "{points}개 지점({kind}) × {replicates}회, 시드 {seed}",
        "factor": "요인",
        "floor": "효과가 없을 때",
        "index ST": "총지수 [95%]",
        "index S1": "단독 [95%]",
        "index S2": "함께일 때만 [95%]",
        "index mu_star": "μ* [95%]",
        "index sigma": "σ [95%]",
        "index pawn": "PAWN [95%]",
        "index delta": "델타 [95%]",
        "leading morris": "μ* [{unit}]",
        "leading sobol": "총지수",
        "leading pawn": "PAWN 지수",
        "leading delta": "델타 지수",
        "index low_end": "낮은 끝: 변화 [95%]",
        "index high_end": "높은 끝: 변화 [95%]",
        "driver moves": "움직인다",
        "driver unclear": "효과 없음과 구별되지 않음",
        "driver none": "전혀 움직이지 않음",
        "driver counts": (
            "요인 {all}개 가운데 {moves}개는 결과를 움직이고, {unclear}개는 효과가 없는"
            " 것과 구별되지 않으며, {none}개는 전혀 움직이지 않았다."
        ),
        "driver rest": "그 밖의 요인 {n}개는 CSV에 있다(--csv).",
        "method morris": "모리스",
        "method sobol": "소볼",
        "method pawn": "PAWN",
        "method delta": "델타",
        "method tornado": "토네이도",
        "as asked": "방법: {method}(요청에 따름), 설계: {kind}.",
        "as made": "방법: {method}. 이 설계({kind})는 이 방법을 위한 것이다.",
        "as allowed": (
            "방법: {method}. 이 설계({kind})는 특정한 방법을 위한 것이 아니다."
        ),
        "also": "이 설계로 가능한 다른 방법(--method): {names}.",
        "no other": "이 설계로는 다른 방법을 쓸 수 없다.",
        "against base": "기준점과의 차이",
        "against all": "모든 지점의 평균과의 차이",
        "luck share": (
            "운: 이 설계의 모든 미래에 걸친 분산의 {share} [{low}, {high}]; 나머지는"
            " 요인의 몫이다."
        ),
        "luck in means": "지점 평균들 사이의 분산에도 운이 {share} 남아 있다.",
        "luck one": "운: 지점당 미래가 하나여서 그 비율을 알 수 없다.",
        "luck none": "운: 모든 미래에서 결과가 같다.",
        "luck held": (
            "운을 고정했다: k번째 반복은 모든 지점에서 같은 운을 받는다. 따라서 지점"
            " 사이의 차이는, 이 운들 아래에서는, 요인에서 온다."
        ),
        "luck fresh": (
            "운을 새로 뽑았다: 미래마다 운이 달라서 지점 사이의 차이에도 운이 섞여"
            " 있다. ‘효과가 없을 때’는 아무 효과가 없는 요인에도 운 때문에 나오는"
            " 값이다."
        ),
        "luck fresh one": (
            "운을 새로 뽑았다. 지점당 미래가 하나여서, 지점 사이의 차이 가운데 얼마가"
            " 운인지 알 수 없다. 모리스와 소볼의 판정은 운을 효과로 볼 수 있으므로,"
            " --replicates 2 이상으로 실행하는 것이 좋다."
        ),
        "luck held in short": "운은 모든 지점에서 같음",
        "luck fresh in short": "운은 미래마다 새로 뽑음",
        "idle": (
            "어떤 실행에서도 이 결과들을 전혀 움직이지 않은 요인 {n}개(.*: 모든 나라의"
            " 값): {names}."
        ),
        "idle none": "모든 요인이 어느 실행에서든 이 결과들 가운데 하나를 움직였다.",
        "idle unknown": (
            "요인이 전혀 움직이지 않는지는 운을 고정해야만 알 수 있는데, 여기서는 운을"
            " 새로 뽑았다."
        ),
        "idle unseen": (
            "요인이 전혀 움직이지 않는지는 그 요인만 다른 지점들이 있어야 알 수 있는데,"
            " 이 설계에는 없다."
        ),
        "reading ends from base": (
            "낮은 끝과 높은 끝: 다른 요인은 모두 기준점(첫 추정값)에 두고 이 요인만"
            " 범위의 끝에 둘 때 생기는 변화. 선택지는 결과가 가장 낮은 것과 가장 높은"
            " 것이다. 요인들이 함께 하는 일이나 공간의 다른 곳에서 하는 일은 보이지"
            " 않는다."
        ),
        "reading ends of space": (
            "낮은 끝과 높은 끝: 요인이 가장 낮은(높은) 5분의 1 지점들의 평균에서 모든"
            " 지점의 평균을 뺀 값. 선택지는 결과가 가장 낮은 것과 가장 높은 것이다."
        ),
        "reading morris": (
            "μ*: 공간의 여러 곳에서 요인이 범위 전체를 움직일 때 하는 일의 평균 크기."
            " σ: 그 효과들이 서로 얼마나 다른가. 크면 다른 요인에 달려 있거나 방향이"
            " 바뀐다는 뜻이다."
        ),
        "reading sobol": (
            "총지수: 이 요인만 빼고 모두 알 때 남을 지점 간 분산의 비율. 단독:"
            " 이 요인을 알 때 사라질 비율."
        ),
        "reading pawn": (
            "PAWN: 요인을 알 때 결과의 분포가 얼마나 옮겨 가는가, 0–1"
            "(콜모고로프-스미르노프 거리의 중앙값)."
        ),
        "reading delta": (
            "델타: 요인을 알 때와 모를 때의 결과의 밀도가 겹치지 않는 넓이, 0–1."
        ),
        "reading verdicts": (
            "움직인다: 95% 구간이 효과가 없는 요인이라도 나오는 값보다 위에 있다"
            "(토네이도에서는 어느 한쪽 구간이 0을 포함하지 않는다). 전혀 움직이지 않음:"
            " 같은 운에서 단 하나의 실행도 달라지지 않았다. 판정은 저마다 따로 내린"
            " 것이어서, 요인이 많으면 몇은 우연히 움직이는 것처럼 보인다."
        ),
        "sweep next": "이 결과들을 움직이는 요인 보기: {command}",
        # discovery
        "discovering": "{name}에서 상자를 찾는 중",
        "discover cases": (
            "사례: {what}{unit}, 미래 {futures}개 가운데 {cases}개({base}),"
            " {points}개 지점({kind}) × 반복 {replicates}회"
        ),
        "what above": "{what} {bound} 초과",
        "what below": "{what} {bound} 미만",
        "what highest": "{what} {bound} 이상",
        "what lowest": "{what} {bound} 이하",
        "what not": "아님: {what}",
        "discover box": (
            "{what}: 상자 안 미래의 {density}가 해당하며, 해당하는 미래 전체의"
            " {coverage}를 포괄한다. 상자: {box}."
        ),
        "discover tried": (
            "표본 밖, 탐색에 쓰지 않은 {points}개 지점에서: 상자 안 미래의 {density}"
            " [{density_from}–{density_to}]가 사례이고, 사례의 {coverage}"
            " [{coverage_from}–{coverage_to}]가 상자 안에 있다. 상자가 없으면 {base}."
        ),
        "verdict holds": "상자는 표본 밖에서도 성립한다.",
        "verdict fades": (
            "상자는 우연보다 낫지만 보이던 것보다 못하다. 찾을 때 쓴 지점에 얼마간"
            " 맞춰진 것이므로 표본 밖의 값을 믿어야 한다."
        ),
        "verdict chance": (
            "표본 밖에서 상자는 우연보다 나을 것이 없다(p = {chance}). 찾을 때 쓴"
            " 지점에 맞춰졌을 뿐 다른 지점에 대해서는 아무것도 말해 주지 않는다."
        ),
        "verdict none": (
            "상자 없음: 어떤 요인의 한계도 필요하지 않다. {points}개 지점으로 보는 한"
            " 사례는 우연히 흩어져 있다. 지점을 늘리거나 결과의 경계를 바꾸면 드러날"
            " 수도 있다."
        ),
        "verdict sparse": (
            "밀도가 {wanted}에 이르는 상자가 없다. 가장 밀도 높은 상자는 {density}이며"
            " 전체 사례의 {coverage}를 포괄한다. --density를 낮추십시오."
        ),
        "discover shaky": (
            "불안정한 한계: {names}. 재표집의 절반도 되지 않는 수에서만 나타났다."
        ),
        "discover held": (
            "운은 고정: 모든 지점에서 k번째 반복의 운이 같으므로 상자가 그 운에 달려"
            " 있을 수 있다."
        ),
        "discover chosen": (
            "탐색이 내놓은 상자 가운데, 상자 안에 있음과 사례임이 가장 잘 맞물리는"
            "(상관이 가장 큰) 상자를 골랐다."
        ),
        "discover dense": (
            "탐색이 내놓은 상자 가운데 밀도가 {wanted} 이상이면서 사례를 가장 많이"
            " 포괄하는 상자를 골랐다."
        ),
        "bound": "상자의 한계",
        "quasi-p": "준 p값: 탐색 / 표본 밖",
        "in halves": "재표집에서",
        "spread in halves": "그 한계의 5–95%",
        "discover legend": (
            "밀도: 상자 안의 미래 가운데 사례의 비율. 포괄도: 사례 가운데 상자 안에"
            " 있는 비율. [ ]: 95% 구간으로, 한 지점의 미래나 함께 뽑힌 지점은 하나로"
            " 센다. 준 p값: 이 한계가 아무 구실도 하지 않을 때 상자"
            " 안에 사례가 이만큼 들 확률로, 필요한 한계일수록 작다. 재표집에서: 지점의"
            " 절반씩을 달리 골라 되풀이한 탐색 {resamples}번 가운데 요인을 그렇게"
            " 제한한 비율과 그 한계. 모두 물어본 범위 안의 이야기이지, 미래의 확률이"
            " 아니다."
        ),
    },
}
"""Language to phrase to words; braces are filled in where they are shown."""
