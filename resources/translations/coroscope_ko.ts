<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_GB">
    <context>
        <name>coroscope::Actions</name>
        <message>
            <source>Open…</source>
            <translation>열기…</translation>
        </message>
        <message>
            <source>All lessons</source>
            <translation>모든 수업</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>내보내기…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>끝내기</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>재생 또는 멈춤</translation>
        </message>
        <message>
            <source>Step forward</source>
            <translation>앞으로 한 단계</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>뒤로 한 단계</translation>
        </message>
        <message>
            <source>One event forward</source>
            <translation>이벤트 하나 앞으로</translation>
        </message>
        <message>
            <source>One event back</source>
            <translation>이벤트 하나 뒤로</translation>
        </message>
        <message>
            <source>One turn of the loop forward</source>
            <translation>루프 한 바퀴 앞으로</translation>
        </message>
        <message>
            <source>One turn of the loop back</source>
            <translation>루프 한 바퀴 뒤로</translation>
        </message>
        <message>
            <source>To the start</source>
            <translation>처음으로</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>끝으로</translation>
        </message>
        <message>
            <source>Reset the durations</source>
            <translation>시간 되돌리기</translation>
        </message>
        <message>
            <source>Next segment of the row</source>
            <translation>이 행의 다음 구간</translation>
        </message>
        <message>
            <source>Previous segment of the row</source>
            <translation>이 행의 이전 구간</translation>
        </message>
        <message>
            <source>To the cause</source>
            <translation>원인으로</translation>
        </message>
        <message>
            <source>To the effect</source>
            <translation>결과로</translation>
        </message>
        <message>
            <source>Search tasks</source>
            <translation>태스크 찾기</translation>
        </message>
        <message>
            <source>Mark this moment</source>
            <translation>이 순간 표시</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>선택 풀기</translation>
        </message>
        <message>
            <source>Undo a change of durations</source>
            <translation>시간 변경 되돌리기</translation>
        </message>
        <message>
            <source>Redo it</source>
            <translation>다시 하기</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>확대</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>축소</translation>
        </message>
        <message>
            <source>Show earlier times</source>
            <translation>앞 시간 보기</translation>
        </message>
        <message>
            <source>Show later times</source>
            <translation>뒤 시간 보기</translation>
        </message>
        <message>
            <source>Show the whole time</source>
            <translation>전체 시간 보기</translation>
        </message>
        <message>
            <source>Show the selection, again to fit it</source>
            <translation>선택 보기, 한 번 더 누르면 맞추기</translation>
        </message>
        <message>
            <source>Axis: time or order</source>
            <translation>축: 시간 또는 순서</translation>
        </message>
        <message>
            <source>Where you looked before</source>
            <translation>이전에 본 곳</translation>
        </message>
        <message>
            <source>Where you looked next</source>
            <translation>다음에 본 곳</translation>
        </message>
        <message>
            <source>Fold or unfold locks and queues</source>
            <translation>락과 큐 접기와 펼치기</translation>
        </message>
        <message>
            <source>Mark what decides the total time</source>
            <translation>전체 시간을 정하는 구간 표시</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>밝은 테마와 어두운 테마</translation>
        </message>
        <message>
            <source>Fold or unfold the bottom panel</source>
            <translation>아래쪽 패널 접기와 펼치기</translation>
        </message>
        <message>
            <source>Show what is wrong</source>
            <translation>진단 보기</translation>
        </message>
        <message>
            <source>Programs as columns or as rows</source>
            <translation>프로그램을 열이나 행으로</translation>
        </message>
        <message>
            <source>Reset the layout</source>
            <translation>배치 되돌리기</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>단축키</translation>
        </message>
        <message>
            <source>About Coroscope</source>
            <translation>Coroscope 정보</translation>
        </message>
        <message>
            <source>File</source>
            <translation>파일</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>재생</translation>
        </message>
        <message>
            <source>Select</source>
            <translation>선택</translation>
        </message>
        <message>
            <source>View</source>
            <translation>보기</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>도움말</translation>
        </message>
        <message>
            <source>All commands…</source>
            <translation>모든 명령…</translation>
        </message>
        <message>
            <source>Record a Python program…</source>
            <translation>파이썬 프로그램 기록…</translation>
        </message>
        <message>
            <source>Collapse the row, or go to its creator</source>
            <translation>행을 접거나, 만든 태스크로 가기</translation>
        </message>
        <message>
            <source>Expand the row, or go to what it created</source>
            <translation>행을 펼치거나, 만들어진 태스크로 가기</translation>
        </message>
        <message>
            <source>Only matching rows</source>
            <translation>찾은 행만 보기</translation>
        </message>
        <message>
            <source>Collapse all rows</source>
            <translation>모든 행 접기</translation>
        </message>
        <message>
            <source>Expand all rows</source>
            <translation>모든 행 펼치기</translation>
        </message>
    </context>
    <context>
        <name>coroscope::BecauseText</name>
        <message>
            <source>the lock %1</source>
            <translation>락 %1</translation>
        </message>
        <message>
            <source>a permit of %1</source>
            <translation>%1의 허가</translation>
        </message>
        <message>
            <source>the event %1</source>
            <translation>이벤트 %1</translation>
        </message>
        <message>
            <source>the condition %1</source>
            <translation>조건 %1</translation>
        </message>
        <message>
            <source>the queue %1</source>
            <translation>큐 %1</translation>
        </message>
        <message>
            <source>the barrier %1</source>
            <translation>배리어 %1</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>%1번 줄</translation>
        </message>
        <message>
            <source>Slept %1</source>
            <translation>%1 잠듦</translation>
        </message>
        <message>
            <source>Ready for %1</source>
            <translation>%1 준비 상태</translation>
        </message>
        <message>
            <source>Not called for %1</source>
            <translation>%1 호출되지 않음</translation>
        </message>
        <message>
            <source>Blocked for %1</source>
            <translation>%1 막음</translation>
        </message>
        <message>
            <source>Ran %1</source>
            <translation>%1 실행</translation>
        </message>
        <message>
            <source>Ran</source>
            <translation>실행</translation>
        </message>
        <message>
            <source>Waited %1</source>
            <translation>%1 대기</translation>
        </message>
        <message>
            <source>%1 slept for %2</source>
            <translation>%1: %2 동안 잠들었습니다</translation>
        </message>
        <message>
            <source>%1 awaited another task for %2</source>
            <translation>%1: 다른 태스크를 %2 동안 기다렸습니다</translation>
        </message>
        <message>
            <source>%1 awaited %3 for %2</source>
            <translation>%1: %3 완료를 %2 동안 기다렸습니다</translation>
        </message>
        <message>
            <source>%1 waited %2 for %3</source>
            <translation>%1: %3 대기 %2</translation>
        </message>
        <message>
            <source>%1 waited %2 for %3, because of %4</source>
            <translation>%1: %3 대기 %2, %4 때문입니다</translation>
        </message>
        <message>
            <source>%1 waited %2 for something outside the program</source>
            <translation>%1: 프로그램 밖의 일을 %2 동안 기다렸습니다</translation>
        </message>
        <message>
            <source>%1 was ready for %2 before it got its turn</source>
            <translation>%1: 준비된 뒤 차례가 오기까지 %2 걸렸습니다</translation>
        </message>
        <message>
            <source>%1 was ready for %2 while %3 had the loop</source>
            <translation>%1: %3의 루프 점유 때문에 준비 상태로 %2 기다렸습니다</translation>
        </message>
        <message>
            <source>%1 was not called for %2</source>
            <translation>%1: %2 동안 호출되지 않았습니다</translation>
        </message>
        <message>
            <source>%1 was not called for %2: %3 came first</source>
            <translation>%1: %3 다음 차례라 %2 동안 호출되지 않았습니다</translation>
        </message>
        <message>
            <source>%1 computed for %2 and held the thread</source>
            <translation>%1: %2 동안 계산하며 스레드를 붙잡았습니다</translation>
        </message>
        <message>
            <source>%1 held the thread for %2 without doing anything</source>
            <translation>%1: 아무 일 없이 %2 동안 스레드를 붙잡았습니다</translation>
        </message>
        <message>
            <source>%1 ran for %2</source>
            <translation>%1: %2 동안 실행했습니다</translation>
        </message>
        <message>
            <source>%1 took a step, which takes no time</source>
            <translation>%1: 시간이 걸리지 않는 한 단계를 실행했습니다</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1, and never went on</source>
            <translation>%1. 그 뒤로 이어지지 못했습니다</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1.</translation>
        </message>
        <message>
            <source>slept</source>
            <translation>잠듦</translation>
        </message>
        <message>
            <source>awaits %1</source>
            <translation>%1 await 중</translation>
        </message>
        <message>
            <source>waits for %1</source>
            <translation>%1 대기</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>준비됨</translation>
        </message>
        <message>
            <source>not called</source>
            <translation>호출 전</translation>
        </message>
        <message>
            <source>blocking</source>
            <translation>막는 중</translation>
        </message>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
    </context>
    <context>
        <name>coroscope::BottomDock</name>
        <message>
            <source>Event loop</source>
            <translation>이벤트 루프</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>이벤트</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>요약</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>진단</translation>
        </message>
        <message>
            <source>Story</source>
            <translation>이야기</translation>
        </message>
        <message>
            <source>Bottom panel</source>
            <translation>아래쪽 패널</translation>
        </message>
        <message>
            <source>What the bottom panel tells</source>
            <translation>아래쪽 패널의 내용</translation>
        </message>
        <message>
            <source>Unfold the bottom panel</source>
            <translation>아래쪽 패널 펼치기</translation>
        </message>
        <message>
            <source>Fold the bottom panel</source>
            <translation>아래쪽 패널 접기</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>자세히</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ColumnHeading</name>
        <message>
            <source>%1, total %2</source>
            <translation>%1, 전체 %2</translation>
        </message>
    </context>
    <context>
        <name>coroscope::CommandPalette</name>
        <message>
            <source>Commands</source>
            <translation>명령</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>무엇을 할까요?</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ComparisonPicture</name>
        <message>
            <source>Coroscope: %1</source>
            <translation>Coroscope: %1</translation>
        </message>
    </context>
    <context>
        <name>coroscope::DetailsDock</name>
        <message>
            <source>Details</source>
            <translation>자세히</translation>
        </message>
        <message>
            <source>Previous segment of the row</source>
            <translation>행의 이전 구간</translation>
        </message>
        <message>
            <source>Next segment of the row</source>
            <translation>행의 다음 구간</translation>
        </message>
        <message>
            <source>Close the details</source>
            <translation>자세히 닫기</translation>
        </message>
    </context>
    <context>
        <name>coroscope::DetailsPanel</name>
        <message>
            <source>Details</source>
            <translation>자세히</translation>
        </message>
        <message>
            <source>%1 · %2 · %3 to %4</source>
            <translation>%1 · %2 · %3~%4</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1~%2</translation>
        </message>
        <message>
            <source>Nothing is selected</source>
            <translation>선택한 것이 없습니다</translation>
        </message>
        <message>
            <source>Click a bar or a step in a chart, or press full stop.</source>
            <translation>차트에서 막대나 단계를 클릭하거나 마침표 키를 누르세요.</translation>
        </message>
        <message>
            <source>Select it in the chart</source>
            <translation>차트에서 선택</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>만약에</translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <translation>%1 · %2 · %3</translation>
        </message>
    </context>
    <context>
        <name>coroscope::Docks</name>
        <message>
            <source>Durations and strategies</source>
            <translation>시간과 전략</translation>
        </message>
    </context>
    <context>
        <name>coroscope::DurationsPanel</name>
        <message>
            <source>Reset durations</source>
            <translation>시간 되돌리기</translation>
        </message>
        <message>
            <source>Durations</source>
            <translation>시간</translation>
        </message>
    </context>
    <context>
        <name>coroscope::EventFilterBar</name>
        <message>
            <source>Filter events by kind or task</source>
            <translation>종류나 태스크로 이벤트 거르기</translation>
        </message>
        <message>
            <source>Only one task</source>
            <translation>한 태스크만</translation>
        </message>
        <message>
            <source>Show all events</source>
            <translation>모든 이벤트 보기</translation>
        </message>
        <message>
            <source>All tasks</source>
            <translation>모든 태스크</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>거르기</translation>
        </message>
        <message>
            <source>Filter events by text</source>
            <translation>글자로 이벤트 거르기</translation>
        </message>
    </context>
    <context>
        <name>coroscope::EventTableModel</name>
        <message>
            <source>#</source>
            <translation>#</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>시간</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>이벤트</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>내용</translation>
        </message>
    </context>
    <context>
        <name>coroscope::EventText</name>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 외 %2개</translation>
        </message>
        <message>
            <source>just created</source>
            <translation>방금 생성됨</translation>
        </message>
        <message>
            <source>created by %1</source>
            <translation>생성: %1</translation>
        </message>
        <message>
            <source>woken by timer</source>
            <translation>타이머가 깨움</translation>
        </message>
        <message>
            <source>woken to be cancelled</source>
            <translation>취소되기 위해 깨어남</translation>
        </message>
        <message>
            <source>woken by %1, to be cancelled</source>
            <translation>%1이(가) 취소하려고 깨움</translation>
        </message>
        <message>
            <source>what it awaits is done</source>
            <translation>기다리던 것이 끝남</translation>
        </message>
        <message>
            <source>woken by %1, which is done</source>
            <translation>%1 완료로 깨어남</translation>
        </message>
        <message>
            <source>woken by %1</source>
            <translation>깨운 것: %1</translation>
        </message>
        <message>
            <source>woken: %1</source>
            <translation>깨어남: %1</translation>
        </message>
        <message>
            <source>awaits %1</source>
            <translation>%1 await 중</translation>
        </message>
        <message>
            <source>waits for %1 %2</source>
            <translation>%1 %2 대기</translation>
        </message>
        <message>
            <source>lets others run</source>
            <translation>차례를 양보</translation>
        </message>
        <message>
            <source>sleep until %1</source>
            <translation>%1까지 sleep</translation>
        </message>
        <message>
            <source>%1, until %2 at most</source>
            <translation>%1, 늦어도 %2까지</translation>
        </message>
        <message>
            <source>time.sleep holds the thread</source>
            <translation>time.sleep이 스레드를 붙잡음</translation>
        </message>
        <message>
            <source>computes, and holds the thread</source>
            <translation>계산하며 스레드를 붙잡음</translation>
        </message>
        <message>
            <source>input or output holds the thread</source>
            <translation>입출력이 스레드를 붙잡음</translation>
        </message>
        <message>
            <source>holds the thread</source>
            <translation>스레드를 붙잡음</translation>
        </message>
        <message>
            <source>%1 %2, now %3</source>
            <translation>%1 %2, 이제 %3</translation>
        </message>
        <message>
            <source>asked to stop</source>
            <translation>취소 요청</translation>
        </message>
        <message>
            <source>asked to stop by %1</source>
            <translation>%1의 취소 요청</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>prints %1</source>
            <translation>출력 %1</translation>
        </message>
        <message>
            <source>1 timer</source>
            <translation>타이머 1개</translation>
        </message>
        <message>
            <source>%1 timers</source>
            <translation>타이머 %1개</translation>
        </message>
        <message>
            <source>%1 ready, %2</source>
            <translation>준비 %1, %2</translation>
        </message>
        <message>
            <source>created</source>
            <translation>생성</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>준비</translation>
        </message>
        <message>
            <source>resumes</source>
            <translation>재개</translation>
        </message>
        <message>
            <source>suspends</source>
            <translation>중단</translation>
        </message>
        <message>
            <source>blocks</source>
            <translation>막음</translation>
        </message>
        <message>
            <source>goes on</source>
            <translation>계속</translation>
        </message>
        <message>
            <source>uses</source>
            <translation>사용</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>output</source>
            <translation>출력</translation>
        </message>
        <message>
            <source>done</source>
            <translation>완료</translation>
        </message>
        <message>
            <source>loop turn</source>
            <translation>루프 바퀴</translation>
        </message>
        <message>
            <source>mark</source>
            <translation>표시</translation>
        </message>
        <message>
            <source>end</source>
            <translation>끝</translation>
        </message>
        <message>
            <source>not created yet</source>
            <translation>아직 생성 전</translation>
        </message>
        <message>
            <source>waiting for its turn</source>
            <translation>차례를 기다림</translation>
        </message>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>blocking</source>
            <translation>막는 중</translation>
        </message>
        <message>
            <source>suspended</source>
            <translation>중단됨</translation>
        </message>
        <message>
            <source>in a call</source>
            <translation>호출 안에 있음</translation>
        </message>
        <message>
            <source>returned %1</source>
            <translation>%1 반환</translation>
        </message>
        <message>
            <source>raised %1</source>
            <translation>%1 발생</translation>
        </message>
        <message>
            <source>raised %1: %2</source>
            <translation>%1 발생: %2</translation>
        </message>
        <message>
            <source>was cancelled</source>
            <translation>취소됨</translation>
        </message>
        <message>
            <source>ended well</source>
            <translation>정상 종료</translation>
        </message>
        <message>
            <source>ended in a deadlock</source>
            <translation>교착 상태로 끝남</translation>
        </message>
        <message>
            <source>was interrupted</source>
            <translation>중단됨</translation>
        </message>
    </context>
    <context>
        <name>coroscope::EventsPanel</name>
        <message>
            <source>%1 of %2 events</source>
            <translation>이벤트 %2개 중 %1개</translation>
        </message>
        <message>
            <source>1 event</source>
            <translation>이벤트 1개</translation>
        </message>
        <message>
            <source>%1 events</source>
            <translation>이벤트 %1개</translation>
        </message>
        <message>
            <source>Events of %1</source>
            <translation>%1의 이벤트</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>이벤트</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ExportDialog</name>
        <message>
            <source>%1 × %2 pixels</source>
            <translation>%1 × %2 픽셀</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>내보내기</translation>
        </message>
        <message>
            <source>Writing the file</source>
            <translation>파일 쓰는 중</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>Copy to the clipboard</source>
            <translation>클립보드에 복사</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>저장…</translation>
        </message>
        <message>
            <source>There is nothing to export yet.</source>
            <translation>아직 내보낼 것이 없습니다.</translation>
        </message>
        <message>
            <source>%1, sharp at any size</source>
            <translation>%1, 어떤 크기에서도 선명함</translation>
        </message>
        <message>
            <source>Too long to be shown here.</source>
            <translation>너무 길어 여기에 보일 수 없습니다.</translation>
        </message>
        <message numerus="yes">
            <source>%n lines</source>
            <translation>
                <numerusform>%n줄</numerusform>
            </translation>
        </message>
        <message>
            <source>The picture is on the clipboard.</source>
            <translation>그림을 클립보드에 복사했습니다.</translation>
        </message>
        <message>
            <source>The text is on the clipboard.</source>
            <translation>글을 클립보드에 복사했습니다.</translation>
        </message>
        <message>
            <source>Cancelled; no file was written.</source>
            <translation>취소했습니다. 파일은 쓰지 않았습니다.</translation>
        </message>
        <message>
            <source>. Choose another folder or name.</source>
            <translation>. 다른 폴더나 이름을 고르세요.</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ExportForm</name>
        <message>
            <source>Format</source>
            <translation>형식</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>프로그램</translation>
        </message>
        <message numerus="yes">
            <source>All %n shown</source>
            <translation>
                <numerusform>보이는 %n개 모두</numerusform>
            </translation>
        </message>
        <message>
            <source>Size</source>
            <translation>크기</translation>
        </message>
        <message>
            <source>%1×</source>
            <translation>%1×</translation>
        </message>
        <message numerus="yes">
            <source>%n pixels for each one</source>
            <translation>
                <numerusform>한 픽셀을 %n픽셀로</numerusform>
            </translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>색</translation>
        </message>
        <message>
            <source>As the window</source>
            <translation>창과 같게</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>어둡게</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>시간</translation>
        </message>
        <message>
            <source>Playhead at %1</source>
            <translation>재생 위치 %1</translation>
        </message>
        <message>
            <source>Only what is visible: %1 to %2</source>
            <translation>보이는 부분만: %1~%2</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>메모</translation>
        </message>
        <message>
            <source>Note under the title</source>
            <translation>제목 아래 메모</translation>
        </message>
        <message>
            <source>Stands under the title in place of what the programs come to</source>
            <translation>제목 아래에 결과 문장 대신 들어갑니다</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ExportFormat</name>
        <message>
            <source>PNG picture</source>
            <translation>PNG 그림</translation>
        </message>
        <message>
            <source>SVG picture</source>
            <translation>SVG 그림</translation>
        </message>
        <message>
            <source>PDF document</source>
            <translation>PDF 문서</translation>
        </message>
        <message>
            <source>Table of segments</source>
            <translation>구간 표</translation>
        </message>
        <message>
            <source>Trace of one program</source>
            <translation>한 프로그램의 기록</translation>
        </message>
        <message>
            <source>Trace for Chrome and Perfetto</source>
            <translation>크롬과 퍼페토용 기록</translation>
        </message>
        <message>
            <source>a trace holds exactly one program; choose it among: %1</source>
            <translation>기록은 프로그램 하나만 담습니다. 하나를 고르세요: %1</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ExportPreview</name>
        <message>
            <source>Preview</source>
            <translation>미리 보기</translation>
        </message>
    </context>
    <context>
        <name>coroscope::FindingText</name>
        <message>
            <source>%1 and %2 others</source>
            <translation>%1 외 %2개</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>held up: %1, by up to %2</source>
            <translation>지연됨: %1, 최대 %2</translation>
        </message>
        <message>
            <source>Deadlock: nothing can ever wake anybody</source>
            <translation>교착 상태: 아무도 깨어날 수 없습니다</translation>
        </message>
        <message>
            <source>waiting for ever: %1</source>
            <translation>영원히 대기: %1</translation>
        </message>
        <message>
            <source>%1 waits for %2</source>
            <translation>%1 → %2 대기</translation>
        </message>
        <message>
            <source>The program ends with %1</source>
            <translation>프로그램이 %1 예외로 끝납니다</translation>
        </message>
        <message>
            <source>Coroutine %1 is never awaited</source>
            <translation>코루틴 %1: 한 번도 await되지 않습니다</translation>
        </message>
        <message>
            <source>it never runs</source>
            <translation>전혀 실행되지 않습니다</translation>
        </message>
        <message>
            <source>%1 is never awaited</source>
            <translation>%1: 한 번도 await되지 않습니다</translation>
        </message>
        <message>
            <source>it is cut off when main ends</source>
            <translation>main이 끝날 때 중단됩니다</translation>
        </message>
        <message>
            <source>Nobody looks at the %1 that %2 raises</source>
            <translation>%2에서 발생한 %1 예외를 아무도 확인하지 않습니다</translation>
        </message>
        <message>
            <source>%1 blocks the loop %2 times, %3 in all</source>
            <translation>%1: 루프를 %2번, 모두 %3 동안 막습니다</translation>
        </message>
        <message>
            <source>%1 blocks the loop for %2</source>
            <translation>%1: 루프를 %2 동안 막습니다</translation>
        </message>
        <message>
            <source>run_in_executor would save %1</source>
            <translation>run_in_executor를 쓰면 %1 줄어듭니다</translation>
        </message>
        <message>
            <source>%1 holds the loop for %2 without giving way</source>
            <translation>%1: 양보 없이 %2 동안 루프를 붙잡습니다</translation>
        </message>
        <message>
            <source>%1 computes for %2 without a pause</source>
            <translation>%1: 쉬지 않고 %2 동안 계산합니다</translation>
        </message>
        <message>
            <source>Awaited one after the other</source>
            <translation>하나씩 차례로 await합니다</translation>
        </message>
        <message>
            <source>Awaited one after the other: %1</source>
            <translation>하나씩 차례로 await: %1</translation>
        </message>
        <message>
            <source>none needs what another found out: gather them</source>
            <translation>서로의 결과가 필요 없으므로 gather로 묶을 수 있습니다</translation>
        </message>
        <message>
            <source>gather would save %1</source>
            <translation>gather를 쓰면 %1 줄어듭니다</translation>
        </message>
        <message>
            <source>Up to %1 tasks queue for lock %2</source>
            <translation>태스크가 최대 %1개까지 락 %2 앞에 줄을 섭니다</translation>
        </message>
        <message>
            <source>they wait %1 in all</source>
            <translation>모두 합해 %1 기다립니다</translation>
        </message>
        <message>
            <source>%1 starts %2 tasks at once</source>
            <translation>%1: 태스크 %2개를 한꺼번에 시작합니다</translation>
        </message>
        <message>
            <source>a semaphore would limit them</source>
            <translation>세마포어로 제한할 수 있습니다</translation>
        </message>
        <message>
            <source>%1 is cancelled again while it cleans up</source>
            <translation>%1: 정리하는 동안 다시 취소됩니다</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>%1에 의해</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>%1번 줄</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1: %2.</translation>
        </message>
    </context>
    <context>
        <name>coroscope::FindingsPanel</name>
        <message>
            <source>nothing wrong was found</source>
            <translation>문제를 찾지 못했습니다</translation>
        </message>
        <message>
            <source>Findings in %1</source>
            <translation>%1의 진단</translation>
        </message>
        <message>
            <source>still looking…</source>
            <translation>아직 찾는 중…</translation>
        </message>
    </context>
    <context>
        <name>coroscope::HeldBand</name>
        <message>
            <source>Loop held %1</source>
            <translation>루프 %1 점유</translation>
        </message>
        <message>
            <source>Loop held %1 · %2:%3</source>
            <translation>루프 %1 점유 · %2:%3</translation>
        </message>
    </context>
    <context>
        <name>coroscope::KeyPanel</name>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>ready, the loop is busy</source>
            <translation>준비됨, 루프는 바쁨</translation>
        </message>
        <message>
            <source>suspended, awaiting</source>
            <translation>중단, await 중</translation>
        </message>
        <message>
            <source>blocking the thread</source>
            <translation>스레드를 막음</translation>
        </message>
        <message>
            <source>in a call, thread held</source>
            <translation>호출 안, 스레드 점유</translation>
        </message>
        <message>
            <source>waiting for its turn</source>
            <translation>차례를 기다림</translation>
        </message>
        <message>
            <source>a step that takes no time</source>
            <translation>시간이 걸리지 않는 단계</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>반환됨</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>범례</translation>
        </message>
    </context>
    <context>
        <name>coroscope::KeysDialog</name>
        <message>
            <source>Keys</source>
            <translation>단축키</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LanguageMenu</name>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>시스템과 같게</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LeftDock</name>
        <message>
            <source>Durations</source>
            <translation>시간</translation>
        </message>
        <message>
            <source>Strategies</source>
            <translation>전략</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>범례</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LegendItem</name>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>ready, the loop is busy</source>
            <translation>준비됨, 루프는 바쁨</translation>
        </message>
        <message>
            <source>suspended, awaiting</source>
            <translation>중단, await 중</translation>
        </message>
        <message>
            <source>blocking the thread</source>
            <translation>스레드를 막음</translation>
        </message>
        <message>
            <source>in a call, thread held</source>
            <translation>호출 안, 스레드 점유</translation>
        </message>
        <message>
            <source>waiting for its turn</source>
            <translation>차례를 기다림</translation>
        </message>
        <message>
            <source>a step that takes no time</source>
            <translation>시간이 걸리지 않는 단계</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>반환됨</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LessonCard</name>
        <message>
            <source>Lesson %1: %2</source>
            <translation>수업 %1: %2</translation>
        </message>
        <message>
            <source>Start here</source>
            <translation>여기부터</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LoopModel</name>
        <message>
            <source>Running</source>
            <translation>실행</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>준비</translation>
        </message>
        <message>
            <source>Timers</source>
            <translation>타이머</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>대기</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>스레드</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>객체</translation>
        </message>
        <message>
            <source>no event loop, one thread</source>
            <translation>이벤트 루프 없음, 스레드 하나</translation>
        </message>
        <message>
            <source>event loop</source>
            <translation>이벤트 루프</translation>
        </message>
        <message>
            <source>event loop, turn %1</source>
            <translation>이벤트 루프, %1번째 바퀴</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LoopPanel</name>
        <message>
            <source>Event loop of %1</source>
            <translation>%1의 이벤트 루프</translation>
        </message>
        <message>
            <source>Event loop</source>
            <translation>이벤트 루프</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LoopStrip</name>
        <message>
            <source>next</source>
            <translation>다음</translation>
        </message>
    </context>
    <context>
        <name>coroscope::LoopText</name>
        <message>
            <source>line %1</source>
            <translation>%1번 줄</translation>
        </message>
        <message>
            <source>the program has not begun</source>
            <translation>프로그램이 시작되지 않았습니다</translation>
        </message>
        <message>
            <source>nobody: nothing can ever wake anybody</source>
            <translation>없음: 아무도 깨어날 수 없습니다</translation>
        </message>
        <message>
            <source>the program is over</source>
            <translation>프로그램이 끝났습니다</translation>
        </message>
        <message>
            <source>the loop takes the next one</source>
            <translation>루프가 다음 것을 고릅니다</translation>
        </message>
        <message>
            <source>the loop sleeps until the first timer</source>
            <translation>루프가 첫 타이머까지 잡니다</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>computes, holds the thread</source>
            <translation>계산, 스레드 점유</translation>
        </message>
        <message>
            <source>holds the thread</source>
            <translation>스레드를 붙잡음</translation>
        </message>
        <message>
            <source>prints</source>
            <translation>출력</translation>
        </message>
        <message>
            <source>creates a task</source>
            <translation>태스크 생성</translation>
        </message>
        <message>
            <source>uses %1</source>
            <translation>%1 사용</translation>
        </message>
        <message>
            <source>cancels a task</source>
            <translation>태스크 취소</translation>
        </message>
        <message>
            <source>runs</source>
            <translation>실행</translation>
        </message>
        <message>
            <source>waits for its turn</source>
            <translation>차례를 기다림</translation>
        </message>
        <message>
            <source>wait for their turn</source>
            <translation>차례를 기다림</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>비어 있음</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>외 %1개</translation>
        </message>
        <message>
            <source>none</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>none: nothing else can wake up</source>
            <translation>없음: 더 깨어날 것이 없습니다</translation>
        </message>
        <message>
            <source>in</source>
            <translation>남은 시간</translation>
        </message>
        <message>
            <source>at %1</source>
            <translation>%1에</translation>
        </message>
        <message>
            <source>returns in</source>
            <translation>반환까지</translation>
        </message>
        <message>
            <source>is called</source>
            <translation>호출까지</translation>
        </message>
        <message>
            <source>all of them, by gather</source>
            <translation>모두, gather로</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>%1</translation>
        </message>
        <message>
            <source>for %1, held by it</source>
            <translation>%1, 그것이 보유</translation>
        </message>
        <message>
            <source>at work</source>
            <translation>작업 중</translation>
        </message>
        <message>
            <source>wait for the interpreter, or a core</source>
            <translation>인터프리터나 코어를 기다림</translation>
        </message>
        <message>
            <source>queue for a worker</source>
            <translation>작업자를 기다림</translation>
        </message>
        <message>
            <source>waiting: %1</source>
            <translation>대기: %1</translation>
        </message>
        <message>
            <source>free</source>
            <translation>비어 있음</translation>
        </message>
        <message>
            <source>held by</source>
            <translation>보유:</translation>
        </message>
        <message>
            <source>%1 free</source>
            <translation>%1개 남음</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>설정 안 됨</translation>
        </message>
        <message>
            <source>set</source>
            <translation>설정됨</translation>
        </message>
        <message>
            <source>holds %1</source>
            <translation>%1개 있음</translation>
        </message>
    </context>
    <context>
        <name>coroscope::MainWindow</name>
        <message>
            <source>The programs are running for the first time.</source>
            <translation>프로그램을 처음 실행하고 있습니다.</translation>
        </message>
        <message>
            <source>There is nothing to show: no program has ended.</source>
            <translation>보일 것이 없습니다. 끝난 프로그램이 없습니다.</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>저장함: %1</translation>
        </message>
        <message>
            <source>About Coroscope</source>
            <translation>Coroscope 정보</translation>
        </message>
        <message>
            <source>&lt;b&gt;Coroscope %1&lt;/b&gt;&lt;p&gt;Shows how coroutines are scheduled.&lt;/p&gt;&lt;p&gt;The program is free software under the GPL, version 3 or later; its core is under the MIT licence.&lt;/p&gt;</source>
            <translation>&lt;b&gt;Coroscope %1&lt;/b&gt;&lt;p&gt;코루틴이 어떻게 스케줄되는지 보여 줍니다.&lt;/p&gt;&lt;p&gt;이 프로그램은 GPL 버전 3 이상을 따르는 자유 소프트웨어이며, 코어는 MIT 라이선스를 따릅니다.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Open a scenario or a trace</source>
            <translation>시나리오나 기록 열기</translation>
        </message>
        <message>
            <source>Scenarios and traces (*.scenario.json *.json *.trace.jsonl *.jsonl);;All files (*)</source>
            <translation>시나리오와 기록 (*.scenario.json *.json *.trace.jsonl *.jsonl);;모든 파일 (*)</translation>
        </message>
        <message>
            <source>The program was killed by signal %1 (%2).</source>
            <translation>프로그램이 신호 %1(%2)에 의해 강제 종료되었습니다.</translation>
        </message>
        <message>
            <source>The program ended with exit status %1.</source>
            <translation>프로그램이 종료 상태 %1(으)로 끝났습니다.</translation>
        </message>
        <message>
            <source>%1 events were lost.</source>
            <translation>이벤트 %1개를 잃었습니다.</translation>
        </message>
        <message>
            <source>Nothing was recorded.</source>
            <translation>기록된 것이 없습니다.</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>기록</translation>
        </message>
        <message>
            <source>A program is being recorded. Stop it?</source>
            <translation>프로그램을 기록하는 중입니다. 멈출까요?</translation>
        </message>
        <message>
            <source>The program is running.</source>
            <translation>프로그램이 실행 중입니다.</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>%1 여는 중</translation>
        </message>
        <message numerus="yes">
            <source> Other kinds of problems: %n. Point here to read them.</source>
            <translation>
                <numerusform> 다른 종류의 문제: %n개. 여기를 가리키면 읽을 수 있습니다.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 중 %1</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n tasks</source>
            <translation>
                <numerusform>태스크 %n개 중 %1개</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>coroscope::MetricsModel</name>
        <message>
            <source>Task</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>The row of the chart</source>
            <translation>차트의 행</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>대기</translation>
        </message>
        <message>
            <source>Waiting for its turn, before it begins</source>
            <translation>시작하기 전 차례를 기다린 시간</translation>
        </message>
        <message>
            <source>Awaits</source>
            <translation>await</translation>
        </message>
        <message>
            <source>Suspended, awaiting something</source>
            <translation>중단되어 무언가를 await한 시간</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>실행</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>실행</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>막음</translation>
        </message>
        <message>
            <source>Holding the thread</source>
            <translation>스레드를 붙잡은 시간</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>지연</translation>
        </message>
        <message>
            <source>Ready, while the loop was busy elsewhere</source>
            <translation>준비됐지만 루프가 바빠 기다린 시간</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>전체</translation>
        </message>
        <message>
            <source>Turnaround: from its creation to its end</source>
            <translation>반환 시간: 생성부터 끝까지</translation>
        </message>
    </context>
    <context>
        <name>coroscope::Minimap</name>
        <message>
            <source>Whole recording</source>
            <translation>전체 기록</translation>
        </message>
        <message>
            <source>Drag the window to move it, its edges to zoom; double-click to show all</source>
            <translation>창을 끌면 옮겨지고 가장자리를 끌면 확대됩니다. 두 번 누르면 전체를 봅니다</translation>
        </message>
        <message>
            <source>%1 to %2 of %3</source>
            <translation>%3 중 %1~%2</translation>
        </message>
        <message numerus="yes">
            <source>%n tasks</source>
            <translation>
                <numerusform>태스크 %n개</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>coroscope::NumberField</name>
        <message>
            <source>From %1 to %2 %3</source>
            <translation>%1에서 %2 %3까지</translation>
        </message>
    </context>
    <context>
        <name>coroscope::OutputModel</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>coroscope::OutputPanel</name>
        <message>
            <source>Output</source>
            <translation>출력</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>Output of %1</source>
            <translation>%1의 출력</translation>
        </message>
    </context>
    <context>
        <name>coroscope::PictureEncoder</name>
        <message>
            <source>the picture is too large (%1 × %2 %3); use a smaller size or scale, or fewer programs</source>
            <translation>그림이 너무 큽니다 (%1 × %2 %3). 크기나 배율을 줄이거나 프로그램 수를 줄이세요</translation>
        </message>
        <message>
            <source>the picture cannot be encoded</source>
            <translation>그림을 인코딩할 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ProblemText</name>
        <message>
            <source>it is no JSON object</source>
            <translation>JSON 객체가 아닙니다</translation>
        </message>
        <message>
            <source>the file was cut off here</source>
            <translation>파일이 여기서 잘렸습니다</translation>
        </message>
        <message>
            <source>its time is missing or out of range</source>
            <translation>시간이 없거나 범위를 벗어났습니다</translation>
        </message>
        <message>
            <source>time goes backwards</source>
            <translation>시간이 거꾸로 갑니다</translation>
        </message>
        <message>
            <source>it came too late, and is shown where it came</source>
            <translation>너무 늦게 와서 온 자리에 표시합니다</translation>
        </message>
        <message>
            <source>this version does not know the event</source>
            <translation>이 버전이 모르는 이벤트입니다</translation>
        </message>
        <message>
            <source>the event names no task</source>
            <translation>이벤트에 태스크가 없습니다</translation>
        </message>
        <message>
            <source>its task was never created</source>
            <translation>태스크가 만들어진 적이 없습니다</translation>
        </message>
        <message>
            <source>its task was created before</source>
            <translation>태스크가 이미 만들어졌습니다</translation>
        </message>
        <message>
            <source>it comes after the program&apos;s end</source>
            <translation>프로그램이 끝난 뒤의 이벤트입니다</translation>
        </message>
        <message>
            <source>it comes after its task&apos;s end</source>
            <translation>태스크가 끝난 뒤의 이벤트입니다</translation>
        </message>
        <message>
            <source>it cannot happen in the task&apos;s state</source>
            <translation>태스크의 상태에서 일어날 수 없습니다</translation>
        </message>
        <message>
            <source>a definition lacks what it needs</source>
            <translation>정의에 필요한 것이 빠졌습니다</translation>
        </message>
        <message>
            <source>a record uses what was not defined before</source>
            <translation>레코드가 앞에서 정의되지 않은 것을 씁니다</translation>
        </message>
        <message>
            <source>packed records are not whole</source>
            <translation>묶인 레코드가 온전하지 않습니다</translation>
        </message>
        <message>
            <source>the event is no part of a timeline</source>
            <translation>타임라인에 속하지 않는 이벤트입니다</translation>
        </message>
        <message>
            <source>something ends that did not begin</source>
            <translation>시작하지 않은 것이 끝납니다</translation>
        </message>
        <message>
            <source>Line %1: %2.</source>
            <translation>%1행: %2.</translation>
        </message>
        <message>
            <source>Line %1: %2 (%3 times in all).</source>
            <translation>%1행: %2 (모두 %3번).</translation>
        </message>
        <message>
            <source>The recorder had to drop %1 events.</source>
            <translation>레코더가 이벤트 %1개를 버려야 했습니다.</translation>
        </message>
        <message>
            <source>From %1 on time was real: %2.</source>
            <translation>%1부터는 실제 시간이었습니다: %2.</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ProgramChart</name>
        <message>
            <source>+%1 free</source>
            <translation>+%1 여유</translation>
        </message>
        <message numerus="yes">
            <source>%n events</source>
            <translation>
                <numerusform>이벤트 %n개</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %2 in total, %n tasks</source>
            <translation>
                <numerusform>%1, 전체 %2, 태스크 %n개</numerusform>
            </translation>
        </message>
        <message>
            <source>Drag to make it longer or shorter</source>
            <translation>끌어서 늘이거나 줄이기</translation>
        </message>
        <message>
            <source>%1 sooner</source>
            <translation>%1 빠름</translation>
        </message>
        <message>
            <source>Collapses what came of it; with Alt, all levels</source>
            <translation>여기서 생긴 것을 접습니다. Alt와 함께 누르면 모든 단계</translation>
        </message>
        <message>
            <source>Expands what came of it; with Alt, all levels</source>
            <translation>여기서 생긴 것을 펼칩니다. Alt와 함께 누르면 모든 단계</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ProgramTexts</name>
        <message>
            <source>Output %1</source>
            <translation>출력 %1</translation>
        </message>
        <message>
            <source>Source or output</source>
            <translation>소스나 출력</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>소스</translation>
        </message>
    </context>
    <context>
        <name>coroscope::RecordDialog</name>
        <message>
            <source>Record a Python program</source>
            <translation>파이썬 프로그램 기록</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>실행</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>스크립트</translation>
        </message>
        <message>
            <source>A file, as in: python app.py</source>
            <translation>파일: python app.py</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>모듈</translation>
        </message>
        <message>
            <source>A module, as in: python -m app</source>
            <translation>모듈: python -m app</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>찾아보기…</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>프로그램</translation>
        </message>
        <message>
            <source>Arguments</source>
            <translation>인수</translation>
        </message>
        <message>
            <source>as on the command line</source>
            <translation>명령줄에서처럼</translation>
        </message>
        <message>
            <source>Runs in</source>
            <translation>실행 폴더</translation>
        </message>
        <message>
            <source>Python</source>
            <translation>파이썬</translation>
        </message>
        <message>
            <source>that of the virtual environment, else python3</source>
            <translation>가상 환경의 파이썬, 없으면 python3</translation>
        </message>
        <message>
            <source>Virtual time: sleeping takes no time</source>
            <translation>가상 시간: 기다리는 데 시간이 걸리지 않음</translation>
        </message>
        <message>
            <source>The program&apos;s clock jumps to the next deadline, so that sleep(10) is over at once. With connections or subprocesses open, time is real.</source>
            <translation>프로그램의 시계가 다음 마감으로 건너뛰어 sleep(10)도 곧바로 끝납니다. 연결이나 하위 프로세스가 열려 있으면 실제 시간이 흐릅니다.</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>기록</translation>
        </message>
        <message>
            <source>a module&apos;s name</source>
            <translation>모듈 이름</translation>
        </message>
        <message>
            <source>a .py file</source>
            <translation>.py 파일</translation>
        </message>
        <message>
            <source>the folder where Coroscope was started</source>
            <translation>Coroscope를 시작한 폴더</translation>
        </message>
        <message>
            <source>the script&apos;s folder</source>
            <translation>스크립트가 있는 폴더</translation>
        </message>
        <message>
            <source>Python programs (*.py);;All files (*)</source>
            <translation>파이썬 프로그램 (*.py);;모든 파일 (*)</translation>
        </message>
        <message>
            <source>Name the module to run.</source>
            <translation>실행할 모듈의 이름을 적으세요.</translation>
        </message>
        <message>
            <source>Choose the script to run.</source>
            <translation>실행할 스크립트를 고르세요.</translation>
        </message>
        <message>
            <source>There is no file %1</source>
            <translation>%1 파일이 없습니다</translation>
        </message>
        <message>
            <source>There is no folder %1</source>
            <translation>%1 폴더가 없습니다</translation>
        </message>
    </context>
    <context>
        <name>coroscope::RecordingPill</name>
        <message>
            <source>Stopping %1</source>
            <translation>멈추는 중 %1</translation>
        </message>
        <message>
            <source>Recording %1</source>
            <translation>기록 중 %1</translation>
        </message>
        <message>
            <source>%1 events</source>
            <translation>이벤트 %1개</translation>
        </message>
        <message>
            <source>Stop at once</source>
            <translation>바로 멈춤</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>멈춤</translation>
        </message>
        <message>
            <source>The program has not ended yet: ends it less kindly</source>
            <translation>프로그램이 아직 끝나지 않았습니다. 더 강하게 끝냅니다</translation>
        </message>
        <message>
            <source>Stops the program, as Ctrl+C would</source>
            <translation>Ctrl+C처럼 프로그램을 멈춥니다</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ResourceRows</name>
        <message>
            <source>lock</source>
            <translation>락</translation>
        </message>
        <message>
            <source>semaphore</source>
            <translation>세마포어</translation>
        </message>
        <message>
            <source>condition</source>
            <translation>조건</translation>
        </message>
        <message>
            <source>event</source>
            <translation>이벤트</translation>
        </message>
        <message>
            <source>queue</source>
            <translation>큐</translation>
        </message>
        <message>
            <source>barrier</source>
            <translation>배리어</translation>
        </message>
        <message>
            <source>set</source>
            <translation>설정됨</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n개 대기</numerusform>
            </translation>
        </message>
        <message>
            <source>held by %1</source>
            <translation>보유: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n in it</source>
            <translation>
                <numerusform>%n개 있음</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 permits taken</source>
            <translation>허가 %2개 중 %1개 사용</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>설정 안 됨</translation>
        </message>
        <message>
            <source>free</source>
            <translation>비어 있음</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>%1부터</translation>
        </message>
    </context>
    <context>
        <name>coroscope::SearchField</name>
        <message>
            <source>Search tasks</source>
            <translation>태스크 찾기</translation>
        </message>
        <message>
            <source>no task</source>
            <translation>없음</translation>
        </message>
        <message numerus="yes">
            <source>%n</source>
            <translation>
                <numerusform>%n개</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2개 중 %1</translation>
        </message>
        <message>
            <source>Words of a name, and also is:blocking, &gt;10ms, suspended&gt;1s</source>
            <translation>이름의 낱말, 그리고 is:blocking, &gt;10ms, suspended&gt;1s 같은 조건</translation>
        </message>
    </context>
    <context>
        <name>coroscope::SegmentText</name>
        <message>
            <source>not created yet</source>
            <translation>아직 생성 전</translation>
        </message>
        <message>
            <source>waiting for its turn</source>
            <translation>차례를 기다림</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>준비됨</translation>
        </message>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>blocking</source>
            <translation>막는 중</translation>
        </message>
        <message>
            <source>suspended</source>
            <translation>중단됨</translation>
        </message>
        <message>
            <source>in a call</source>
            <translation>호출 안에 있음</translation>
        </message>
        <message>
            <source>done</source>
            <translation>완료</translation>
        </message>
        <message>
            <source>calls %1</source>
            <translation>%1 호출</translation>
        </message>
        <message>
            <source>awaits %1</source>
            <translation>%1 await 중</translation>
        </message>
        <message>
            <source>at %1, takes no time</source>
            <translation>%1, 시간이 걸리지 않음</translation>
        </message>
        <message>
            <source>%1 to %2, for %3</source>
            <translation>%1~%2, %3 동안</translation>
        </message>
        <message>
            <source>holds the thread</source>
            <translation>스레드를 붙잡음</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>%1번 줄</translation>
        </message>
        <message>
            <source>woken by its timer</source>
            <translation>타이머가 깨움</translation>
        </message>
        <message>
            <source>woken by %1</source>
            <translation>깨운 것: %1</translation>
        </message>
    </context>
    <context>
        <name>coroscope::SourceDelegate</name>
        <message>
            <source>and %1 more</source>
            <translation>외 %1개</translation>
        </message>
    </context>
    <context>
        <name>coroscope::SourceModel</name>
        <message>
            <source>line %1: %2</source>
            <translation>%1번 줄: %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>coroscope::SourcePanel</name>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>There is no source to show.</source>
            <translation>보일 소스가 없습니다.</translation>
        </message>
        <message>
            <source>Source of %1</source>
            <translation>%1의 소스</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>소스</translation>
        </message>
    </context>
    <context>
        <name>coroscope::SourceSnippet</name>
        <message>
            <source>Line %1: %2</source>
            <translation>%1행: %2</translation>
        </message>
    </context>
    <context>
        <name>coroscope::StartPage</name>
        <message>
            <source>Start page</source>
            <translation>시작 화면</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>메뉴</translation>
        </message>
        <message>
            <source>Back to the program (Esc)</source>
            <translation>프로그램으로 돌아가기 (Esc)</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>단축키</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>밝은 테마와 어두운 테마</translation>
        </message>
        <message>
            <source>Lessons</source>
            <translation>수업</translation>
        </message>
        <message>
            <source>No lesson has this in it.</source>
            <translation>이 말이 들어 있는 수업이 없습니다.</translation>
        </message>
        <message>
            <source>Search lessons</source>
            <translation>수업 찾기</translation>
        </message>
    </context>
    <context>
        <name>coroscope::StartSide</name>
        <message>
            <source>today %1</source>
            <translation>오늘 %1</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>어제</translation>
        </message>
        <message>
            <source>See how coroutines take turns, and what makes them wait.</source>
            <translation>코루틴이 어떻게 차례를 주고받고, 무엇을 기다리는지 봅니다.</translation>
        </message>
        <message>
            <source>Open a file</source>
            <translation>파일 열기</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>최근</translation>
        </message>
        <message>
            <source>Or drop a file here.</source>
            <translation>파일을 여기에 놓아도 됩니다.</translation>
        </message>
        <message>
            <source>Scenario · %1</source>
            <translation>시나리오 · %1</translation>
        </message>
        <message>
            <source>A scenario or a trace</source>
            <translation>시나리오나 기록</translation>
        </message>
        <message>
            <source>Trace · %1</source>
            <translation>기록 · %1</translation>
        </message>
        <message>
            <source>Interrupted recording · %1</source>
            <translation>중단된 기록 · %1</translation>
        </message>
    </context>
    <context>
        <name>coroscope::StatusStrip</name>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>virtual time · CPython 3.13 order</source>
            <translation>가상 시간 · CPython 3.13 순서</translation>
        </message>
        <message>
            <source>virtual time</source>
            <translation>가상 시간</translation>
        </message>
        <message>
            <source>real time</source>
            <translation>실제 시간</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>진행</translation>
        </message>
    </context>
    <context>
        <name>coroscope::StoryPanel</name>
        <message>
            <source>nothing has happened yet</source>
            <translation>아직 아무 일도 없었습니다</translation>
        </message>
        <message>
            <source>Story of %1</source>
            <translation>%1의 이야기</translation>
        </message>
        <message>
            <source>Story</source>
            <translation>이야기</translation>
        </message>
    </context>
    <context>
        <name>coroscope::StoryText</name>
        <message>
            <source>%1 suspends</source>
            <translation>%1: 멈춥니다</translation>
        </message>
        <message>
            <source>%1 suspends at %2</source>
            <translation>%1: %2에서 멈춥니다</translation>
        </message>
        <message>
            <source>the loop takes %1, next in the ready queue</source>
            <translation>루프가 준비 큐의 다음인 %1 선택</translation>
        </message>
        <message>
            <source>nobody is ready: the loop sleeps until %1, then takes %2</source>
            <translation>준비된 것이 없어 루프가 %1까지 자고 %2 선택</translation>
        </message>
        <message>
            <source>nobody is ready, and nobody gets control again</source>
            <translation>준비된 것이 없고, 아무도 다시 실행되지 않습니다</translation>
        </message>
        <message>
            <source>The program begins with %1</source>
            <translation>프로그램 시작: %1</translation>
        </message>
        <message>
            <source>%1 creates task %2 for %3; it joins the ready queue</source>
            <translation>%1: 태스크 %2 생성(%3), 준비 큐에 들어갑니다</translation>
        </message>
        <message>
            <source>%1 waits for its turn: %2 will be called</source>
            <translation>%1: 차례를 기다립니다. 곧 %2 호출</translation>
        </message>
        <message>
            <source>%1 is called</source>
            <translation>%1 호출</translation>
        </message>
        <message>
            <source>%2 calls %1</source>
            <translation>%2: %1 호출</translation>
        </message>
        <message>
            <source>The timer of %1 goes off; %1 joins the ready queue</source>
            <translation>%1: 타이머가 울려 준비 큐에 들어갑니다</translation>
        </message>
        <message>
            <source>%1 is woken to be cancelled</source>
            <translation>%1: 취소되기 위해 깨어납니다</translation>
        </message>
        <message>
            <source>What %1 awaits is done; %1 joins the ready queue</source>
            <translation>%1: 기다리던 것이 끝나 준비 큐에 들어갑니다</translation>
        </message>
        <message>
            <source>%2, which %1 awaits, is done; %1 joins the ready queue</source>
            <translation>%1: 기다리던 %2 완료, 준비 큐에 들어갑니다</translation>
        </message>
        <message>
            <source>%1 joins the ready queue</source>
            <translation>%1: 준비 큐에 들어갑니다</translation>
        </message>
        <message>
            <source>%2 wakes %1, which joins the ready queue</source>
            <translation>%1: %2에 의해 깨어나 준비 큐에 들어갑니다</translation>
        </message>
        <message>
            <source>%1 gets control and starts</source>
            <translation>%1: 제어를 받아 시작합니다</translation>
        </message>
        <message>
            <source>%1 gets control and goes on</source>
            <translation>%1: 제어를 받아 이어서 실행합니다</translation>
        </message>
        <message>
            <source>%1, ready for %2 by then</source>
            <translation>%1 (그때까지 준비 상태 %2)</translation>
        </message>
        <message>
            <source>%1 for %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 lets others run and goes to the end of the ready queue</source>
            <translation>%1: 차례를 양보하고 준비 큐의 맨 뒤로 갑니다</translation>
        </message>
        <message>
            <source>it waits for %1 %2</source>
            <translation>%1 %2 대기</translation>
        </message>
        <message>
            <source>it awaits %1</source>
            <translation>%1 await</translation>
        </message>
        <message>
            <source>%1, until %2 at most</source>
            <translation>%1, 늦어도 %2까지</translation>
        </message>
        <message>
            <source>%1 calls time.sleep and holds the thread</source>
            <translation>%1: time.sleep을 호출해 스레드를 붙잡습니다</translation>
        </message>
        <message>
            <source>%1 computes and holds the thread</source>
            <translation>%1: 계산하며 스레드를 붙잡습니다</translation>
        </message>
        <message>
            <source>%1 holds the thread</source>
            <translation>%1: 스레드를 붙잡습니다</translation>
        </message>
        <message>
            <source>%1 has held the thread for %2 and goes on</source>
            <translation>%1: 스레드를 %2 동안 붙잡은 뒤 이어서 실행합니다</translation>
        </message>
        <message>
            <source>%1 acquires %2</source>
            <translation>%1: %2 획득</translation>
        </message>
        <message>
            <source>%1 releases %2</source>
            <translation>%1: %2 놓음</translation>
        </message>
        <message>
            <source>%1 puts into %2, which now holds %3</source>
            <translation>%1: %2에 넣음, 이제 %3개</translation>
        </message>
        <message>
            <source>%1 takes from %2, which now holds %3</source>
            <translation>%1: %2에서 꺼냄, 이제 %3개</translation>
        </message>
        <message>
            <source>%1 sets %2</source>
            <translation>%1: %2 설정</translation>
        </message>
        <message>
            <source>%1 clears %2</source>
            <translation>%1: %2 해제</translation>
        </message>
        <message>
            <source>%1 notifies who waits for %2</source>
            <translation>%1: %2 대기자에게 알림</translation>
        </message>
        <message>
            <source>%1 uses %2</source>
            <translation>%1: %2 사용</translation>
        </message>
        <message>
            <source>%1 is asked to stop</source>
            <translation>%1: 취소 요청을 받습니다</translation>
        </message>
        <message>
            <source>%2 cancels %1</source>
            <translation>%2: %1 취소 요청</translation>
        </message>
        <message>
            <source>%1 prints “%2”</source>
            <translation>%1 출력: “%2”</translation>
        </message>
        <message>
            <source>Python</source>
            <translation>파이썬</translation>
        </message>
        <message>
            <source>%1 is done and returns %2</source>
            <translation>%1 완료, %2 반환</translation>
        </message>
        <message>
            <source>%1 ends with %2</source>
            <translation>%1: %2 예외로 끝납니다</translation>
        </message>
        <message>
            <source>%1 is cancelled</source>
            <translation>%1: 취소되었습니다</translation>
        </message>
        <message>
            <source>The loop begins a turn; ready: %1, timers: %2</source>
            <translation>루프의 새 바퀴, 준비 %1, 타이머 %2</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>메모: %1</translation>
        </message>
        <message>
            <source>The program ends with %1</source>
            <translation>프로그램이 %1 예외로 끝납니다</translation>
        </message>
        <message>
            <source>The program ends in a deadlock</source>
            <translation>프로그램이 교착 상태로 끝납니다</translation>
        </message>
        <message>
            <source>The program is interrupted</source>
            <translation>프로그램이 중단되었습니다</translation>
        </message>
        <message>
            <source>The program is over</source>
            <translation>프로그램이 끝났습니다</translation>
        </message>
    </context>
    <context>
        <name>coroscope::StrategiesPanel</name>
        <message>
            <source>Strategies</source>
            <translation>전략</translation>
        </message>
        <message>
            <source>At least one stays</source>
            <translation>하나는 남아야 합니다</translation>
        </message>
    </context>
    <context>
        <name>coroscope::Summary</name>
        <message>
            <source>no</source>
            <translation>0</translation>
        </message>
        <message>
            <source>one</source>
            <translation>한</translation>
        </message>
        <message>
            <source>two</source>
            <translation>두</translation>
        </message>
        <message>
            <source>three</source>
            <translation>세</translation>
        </message>
        <message>
            <source>four</source>
            <translation>네</translation>
        </message>
        <message>
            <source>five</source>
            <translation>다섯</translation>
        </message>
        <message>
            <source>six</source>
            <translation>여섯</translation>
        </message>
        <message>
            <source>seven</source>
            <translation>일곱</translation>
        </message>
        <message>
            <source>eight</source>
            <translation>여덟</translation>
        </message>
        <message>
            <source>nine</source>
            <translation>아홉</translation>
        </message>
        <message>
            <source>ten</source>
            <translation>열</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1.</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1: %2.</translation>
        </message>
        <message>
            <source>while one task waits, others go on</source>
            <translation>한 태스크가 기다리는 동안 다른 태스크가 실행됩니다</translation>
        </message>
        <message>
            <source>the %1 waits overlap</source>
            <translation>%1 번의 대기가 겹칩니다</translation>
        </message>
        <message>
            <source>the waits of %1 tasks overlap</source>
            <translation>태스크 %1 개의 대기가 겹칩니다</translation>
        </message>
        <message>
            <source>%1, so only the longest (%2, %3) counts</source>
            <translation>%1. 그래서 가장 긴 것(%2, %3)만 시간이 됩니다</translation>
        </message>
        <message>
            <source>%1 holds the thread for %2, and meanwhile nothing else can run</source>
            <translation>%1의 스레드 점유 %2 동안 다른 것은 실행될 수 없습니다</translation>
        </message>
        <message>
            <source>the waits of %1 come one after the other</source>
            <translation>%1의 대기는 하나씩 차례로 옵니다</translation>
        </message>
        <message>
            <source>%1 ends in a deadlock at %2: everybody waits and nobody can wake them.</source>
            <translation>%1: %2에 교착 상태로 끝납니다. 모두가 기다리고 아무도 깨울 수 없습니다.</translation>
        </message>
        <message>
            <source>%1 ends with %2 at %3.</source>
            <translation>%1: %3에 %2 예외로 끝납니다.</translation>
        </message>
        <message>
            <source>%1 was interrupted at %2</source>
            <translation>%1: %2에 중단되었습니다</translation>
        </message>
        <message>
            <source>%1 takes %2</source>
            <translation>%1: %2 걸립니다</translation>
        </message>
        <message>
            <source>%1 finishes %2 before %3</source>
            <translation>%1: %3보다 %2 먼저 끝납니다</translation>
        </message>
        <message>
            <source>%1 finish %2 before %3</source>
            <translation>%1: %3보다 %2 먼저 끝납니다</translation>
        </message>
        <message>
            <source>%1 finishes %2 after %3</source>
            <translation>%1: %3보다 %2 늦게 끝납니다</translation>
        </message>
        <message>
            <source>%1 finish %2 after %3</source>
            <translation>%1: %3보다 %2 늦게 끝납니다</translation>
        </message>
        <message>
            <source>%1 both take %2</source>
            <translation>%1: 둘 다 %2 걸립니다</translation>
        </message>
        <message>
            <source>%1 all take %2</source>
            <translation>%1: 모두 %2 걸립니다</translation>
        </message>
        <message>
            <source>nothing is gained</source>
            <translation>얻는 것이 없습니다</translation>
        </message>
        <message>
            <source>baseline</source>
            <translation>기준</translation>
        </message>
        <message>
            <source>%1×</source>
            <translation>%1×</translation>
        </message>
    </context>
    <context>
        <name>coroscope::SummaryPanel</name>
        <message>
            <source>Summary of %1</source>
            <translation>%1의 요약</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>요약</translation>
        </message>
        <message>
            <source>thread busy %1 % of the time</source>
            <translation>스레드 사용률 %1 %</translation>
        </message>
    </context>
    <context>
        <name>coroscope::TotalsChart</name>
        <message>
            <source>Total time: running, blocking, nothing to do</source>
            <translation>전체 시간: 실행, 막음, 할 일 없음</translation>
        </message>
    </context>
    <context>
        <name>coroscope::TrackModel</name>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>coroscope::TransportBar</name>
        <message>
            <source>Await point</source>
            <translation>await 지점</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>이벤트</translation>
        </message>
        <message>
            <source>Loop turn</source>
            <translation>루프 한 바퀴</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>메뉴</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>수업</translation>
        </message>
        <message>
            <source>All lessons</source>
            <translation>모든 수업</translation>
        </message>
        <message>
            <source>To start</source>
            <translation>처음으로</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>뒤로 한 단계</translation>
        </message>
        <message>
            <source>Step forward</source>
            <translation>앞으로 한 단계</translation>
        </message>
        <message>
            <source>To end</source>
            <translation>끝으로</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>단계</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>속도</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>자동</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>내보내기</translation>
        </message>
        <message>
            <source>Export the picture</source>
            <translation>그림 내보내기</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>단축키</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>멈춤</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>재생</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>밝은 테마</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>어두운 테마</translation>
        </message>
    </context>
    <context>
        <name>coroscope::ViewBar</name>
        <message>
            <source>Time</source>
            <translation>시간</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>순서</translation>
        </message>
        <message>
            <source>Look for:</source>
            <translation>볼 것:</translation>
        </message>
        <message>
            <source>Axis</source>
            <translation>축</translation>
        </message>
        <message>
            <source>An axis of time (O)</source>
            <translation>시간 축 (O)</translation>
        </message>
        <message>
            <source>Every event one unit wide (O)</source>
            <translation>이벤트마다 같은 너비 (O)</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>프로그램</translation>
        </message>
        <message>
            <source>Side by side (Ctrl+Shift+L)</source>
            <translation>나란히 (Ctrl+Shift+L)</translation>
        </message>
        <message>
            <source>Below one another (Ctrl+Shift+L)</source>
            <translation>위아래로 (Ctrl+Shift+L)</translation>
        </message>
        <message>
            <source>Show the whole time (0)</source>
            <translation>전체 시간 보기 (0)</translation>
        </message>
        <message>
            <source>Go live</source>
            <translation>실시간으로</translation>
        </message>
        <message>
            <source>Follow the end of the recording</source>
            <translation>기록의 끝을 따라갑니다</translation>
        </message>
        <message>
            <source>Only matching rows (Ctrl+Shift+F)</source>
            <translation>찾은 행만 보기(Ctrl+Shift+F)</translation>
        </message>
    </context>
    <context>
        <name>coroscope::WhatIf</name>
        <message>
            <source>gathered</source>
            <translation>gather로</translation>
        </message>
        <message>
            <source>in a thread</source>
            <translation>스레드에서</translation>
        </message>
        <message numerus="yes">
            <source>Gather these %n awaits</source>
            <translation>
                <numerusform>이 await %n개를 gather하기</numerusform>
            </translation>
        </message>
        <message>
            <source>Move %1 to a thread</source>
            <translation>%1을(를) 스레드로 옮기기</translation>
        </message>
        <message>
            <source>Move its blocking calls to a thread</source>
            <translation>막는 호출을 스레드로 옮기기</translation>
        </message>
        <message numerus="yes">
            <source>Gather %n awaits of %1, line %2</source>
            <translation>
                <numerusform>%1의 await %n개를 gather하기, %2행</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Gather %n awaits of %1, lines %2 to %3</source>
            <translation>
                <numerusform>%1의 await %n개를 gather하기, %2~%3행</numerusform>
            </translation>
        </message>
        <message>
            <source>predicted: if the call at %1 were made in a thread</source>
            <translation>예측: %1의 호출을 스레드에서 했다면</translation>
        </message>
        <message numerus="yes">
            <source>predicted: if %n awaits from %1 on were gathered</source>
            <translation>
                <numerusform>예측: %1부터 await %n개를 gather했다면</numerusform>
            </translation>
        </message>
        <message>
            <source>Runs the recording again, beside the real one, as if this call had been made in a thread each time. What waited for input and output meanwhile takes as long as it took.</source>
            <translation>이 호출을 매번 스레드에서 한 것처럼 기록을 다시 실행해 실제 기록 옆에 보여 줍니다. 그동안 입출력을 기다린 것은 걸린 만큼 걸립니다.</translation>
        </message>
        <message>
            <source>Runs the recording again, beside the real one, as if these awaits had been gathered this one time. Whether one of them needs what another found out, a recording does not tell.</source>
            <translation>이 await들을 이번 한 번 gather한 것처럼 기록을 다시 실행해 실제 기록 옆에 보여 줍니다. 하나가 다른 것의 결과를 필요로 하는지는 기록으로 알 수 없습니다.</translation>
        </message>
    </context>
    <context>
        <name>coroscope::WholeFile</name>
        <message>
            <source>cannot write the file: %1</source>
            <translation>파일을 쓸 수 없습니다: %1</translation>
        </message>
    </context>
</TS>
